import type { PhaseName, StepName } from '../../lambdas/domain/vocabulary.ts';
import { type AslExit, type AslStates, type AslTask, type AslValue, expression } from '../asl.ts';
import { RETRY_INVOKE } from '../retries.ts';

/** 330 days. Runs are replaced at 300, so this is reached only when that failed; it leads to a person, never to a verdict. */
export const STEP_NET_SECONDS = 330 * 24 * 60 * 60;

/** The machine a step is opened from; written to the log with everything that happens in the step. */
export interface MachineRevision {
  readonly phase: PhaseName;
  /** First 12 hex digits of the SHA-256 of the phase's canonical flow. */
  readonly revision: string;
}

export interface OpenStepProps {
  readonly machine: MachineRevision;
  readonly step: StepName;
  /** Unversioned ARN: the payload is a contract of its own (`schemaVersion`), and a fix must reach steps already waiting. */
  readonly openStepArn: string;
  readonly leadsTo: AslExit;
  /** What the state gives, as JSONata on the envelope; the envelope itself unless given. */
  output?(envelope: string): string;
}

export const lapsedName = (step: StepName): string => `${step}: nobody answered`;

const executionInput = (field: string): AslValue => expression(`$states.context.Execution.Input.${field}`);

const occurrence = ({ machine, step }: OpenStepProps): Readonly<Record<string, AslValue>> => ({
  schemaVersion: 1,
  journeyId: executionInput('journeyId'),
  phase: machine.phase,
  round: executionInput('round'),
  run: executionInput('run'),
  step,
});

const exit = (to: AslExit): AslExit => ('Next' in to ? { Next: to.Next } : { End: true });

/**
 * Asks people for a step and waits for the one envelope every callback gives: `{schemaVersion, outcome, decision?}`.
 * When the net of {@link STEP_NET_SECONDS} is reached, the step is reported as lapsed and what then comes back is the
 * envelope all the same.
 */
export function openStep(props: OpenStepProps): AslStates {
  const output = (envelope: string) => expression(props.output?.(envelope) ?? envelope);
  const ask: AslTask = {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: {
      FunctionName: props.openStepArn,
      Payload: {
        ...occurrence(props),
        token: expression('$states.context.Task.Token'),
        execution: expression('$states.context.Execution.Name'),
        machine: { name: props.machine.phase, revision: props.machine.revision },
      },
    },
    TimeoutSeconds: STEP_NET_SECONDS,
    Retry: RETRY_INVOKE,
    Catch: [{ ErrorEquals: ['States.Timeout'], Next: lapsedName(props.step) }],
    Output: output('$states.result'),
    ...exit(props.leadsTo),
  };
  const lapsed: AslTask = {
    Type: 'Task',
    Comment: 'The net of 330 days was reached. Reported to people; never a verdict.',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: props.openStepArn, Payload: { ...occurrence(props), lapsed: true } },
    Retry: RETRY_INVOKE,
    Output: output('$states.result.Payload'),
    ...exit(props.leadsTo),
  };
  return { [props.step]: ask, [lapsedName(props.step)]: lapsed };
}
