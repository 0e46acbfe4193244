import { loadMachine, type Machine } from './definition/load.ts';
import { asStatesError, GivenUp, ServiceError } from './errors.ts';
import { type Ending, Execution, failed } from './execution.ts';
import { Executions } from './executions.ts';
import { serviceFunctions, uuid } from './expressions/functions.ts';
import { runFlow } from './interpreter/flow.ts';
import type { Services } from './interpreter/frame.ts';
import { Strand } from './interpreter/strand.ts';
import { limits } from './limits.ts';
import type { MachineSource, StepFunctionsPorts } from './ports.ts';
import { checkName, executionArn, parseInput } from './start.ts';
import { Tokens } from './tokens.ts';

/** Runs executions of the loaded machines; the API and nested executions both stand on it. */
export class Engine implements Services {
  readonly ports: StepFunctionsPorts;
  readonly tokens: Tokens;
  readonly functions: Services['functions'];
  readonly machines: ReadonlyMap<string, Machine>;
  readonly executions: Executions;
  /** Epoch milliseconds at which the machines were loaded. */
  readonly loadedAt: number;

  /** @throws {DefinitionError} when a definition holds anything this interpreter does not do */
  constructor(ports: StepFunctionsPorts, machines: readonly MachineSource[], keepHistories: number) {
    this.ports = ports;
    this.tokens = new Tokens(() => ports.random());
    this.functions = serviceFunctions(ports.clock, () => ports.random());
    this.machines = new Map(machines.map((source) => [source.arn, loadMachine(source)]));
    this.executions = new Executions(keepHistories);
    this.loadedAt = ports.clock.now();
  }

  start(stateMachineArn: string, name: string | undefined, input: string): Execution {
    const machine = this.machines.get(stateMachineArn);
    if (machine === undefined) {
      throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
    }
    const given = name ?? uuid(() => this.ports.random());
    checkName(given);
    const parsedInput = parseInput(input);
    const arn = executionArn(machine, given);
    const known = this.executions.get(arn);
    if (known !== undefined) {
      if (known.status === 'RUNNING' && known.input === input) return known;
      throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    }
    const { clock } = this.ports;
    const execution = new Execution({ arn, name: given, machine, input, parsedInput, now: () => clock.now() });
    this.executions.add(execution);
    this.#run(execution);
    return execution;
  }

  stop(execution: Execution, error: string | undefined, cause: string | undefined): void {
    this.#close(execution, { status: 'ABORTED', error, cause });
  }

  #run(execution: Execution): void {
    const { clock, track, onStatusChange } = this.ports;
    execution.history.add('ExecutionStarted', 'executionStartedEventDetails', {
      input: execution.input,
      inputDetails: { truncated: false },
      roleArn: execution.machine.roleArn,
    });
    onStatusChange(execution.statusChange());
    const ownMs = (execution.machine.timeoutSeconds ?? Number.POSITIVE_INFINITY) * 1000;
    const endsAt = execution.startedAt + Math.min(ownMs, limits.executionMs);
    execution.scope.onClose(
      clock.setTimer(endsAt, () => {
        this.#close(execution, { status: 'TIMED_OUT', error: 'States.Timeout', cause: undefined });
      }),
    );
    const strand = new Strand(track, execution.scope);
    strand.run(async () => {
      try {
        const frame = { services: this, execution, strand, variables: {} };
        const output = await runFlow(execution.machine.flow, execution.parsedInput, frame);
        this.#close(execution, { status: 'SUCCEEDED', output });
      } catch (thrown) {
        if (!(thrown instanceof GivenUp)) this.#close(execution, failed(asStatesError(thrown)));
      }
    });
  }

  #close(execution: Execution, ending: Ending): void {
    const now = this.ports.clock.now();
    if (!execution.close(ending, now)) return;
    this.executions.closed(execution, now);
    this.ports.onStatusChange(execution.statusChange());
  }
}
