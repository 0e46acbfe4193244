import { machineArn } from '../world.ts';
import { caught, machine, runs, type SuiteCase, waits } from './case.ts';

const nested = (more: object = {}): SuiteCase['machines'] => ({
  M: machine('Run the phase', { 'Run the phase': runs({ ...caught('States.ALL', 'Why'), ...more }), Why }),
  Phase: machine('Sign', { Sign: waits() }),
});
/** The name of the error alone: causes of nested runs hold instants. */
const Why = { Type: 'Pass', Output: '{% $states.input.Error %}', End: true };
const input = { journeyId: 'J1' };
/** The same with another machine that asks nobody: one that is started against what is expected comes to its end. */
const unasked = (more: object = {}): SuiteCase['machines'] => ({
  ...nested(more),
  Phase: machine('Told', { Told: { Type: 'Pass', End: true } }),
});
const named = (Name: string): object => ({ Arguments: { StateMachineArn: machineArn('Phase'), Name, Input: {} } });

/** Runs that run other machines, and names. */
export const NESTED: readonly SuiteCase[] = [
  {
    name: 'the output of the other run, as JSON',
    of: 'states:startExecution.sync:2',
    kind: 'success',
    machines: nested(),
    input,
    acts: [{ succeeds: 0, output: '{"outcome":"ordered"}' }],
    ends: { status: 'SUCCEEDED', output: { outcome: 'ordered' } },
  },
  {
    name: 'a run that fails is States.TaskFailed',
    of: 'states:startExecution.sync:2',
    kind: 'failure',
    machines: nested(),
    input,
    acts: [{ fails: 0, error: 'Broken' }],
    ends: { status: 'SUCCEEDED', output: 'States.TaskFailed' },
  },
  {
    name: 'a machine that does not exist',
    of: 'states:startExecution.sync:2',
    kind: 'failure',
    machines: nested({ Arguments: { StateMachineArn: machineArn('Missing'), Input: {} } }),
    ends: { status: 'SUCCEEDED', output: 'StepFunctions.StateMachineDoesNotExistException' },
  },
  {
    name: 'a name of 80 characters is taken',
    of: 'states:startExecution.sync:2',
    kind: 'limit',
    machines: nested(named('n'.repeat(80))),
    acts: [{ succeeds: 0, output: '1' }],
    ends: { status: 'SUCCEEDED', output: 1 },
  },
  {
    name: 'a name of 81 characters is none',
    of: 'states:startExecution.sync:2',
    kind: 'limit',
    machines: unasked(named('n'.repeat(81))),
    ends: { status: 'SUCCEEDED', output: 'StepFunctions.InvalidNameException' },
  },
  {
    name: 'an execution of such a name is refused',
    of: 'states:startExecution.sync:2',
    kind: 'limit',
    machines: unasked(),
    execution: 'n'.repeat(81),
    ends: { refused: 'InvalidName' },
  },
];
