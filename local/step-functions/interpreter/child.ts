import { ServiceError, StatesError } from '../errors.ts';
import type { Execution } from '../execution.ts';
import type { Json } from '../json.ts';
import type { Settle } from './strand.ts';
import type { TaskRun } from './task.ts';

/**
 * `states:startExecution.sync:2`: starts an execution and waits for its end; the result has its Output as JSON.
 * When the task is given up (timeout, stop, a sister branch failed) the child is stopped, if the role allows it.
 * @throws {StatesError} when it cannot be started
 */
export function startChild(task: TaskRun, settle: Settle<Json>): () => void {
  const child = start(task);
  task.event('TaskStarted');
  task.event('TaskSubmitted');
  const forget = child.onClosed(() => finished(child, settle));
  return () => {
    forget();
    if (child.status === 'RUNNING') stop(task, child);
  };
}

function start(task: TaskRun): Execution {
  const { services, execution } = task.visit.frame;
  const { StateMachineArn, Name, Input } = task.args;
  const machineArn = String(StateMachineArn);
  try {
    services.ports.authorize(execution.machine.roleArn, 'states:StartExecution', machineArn);
    for (const action of ['events:PutTargets', 'events:PutRule', 'events:DescribeRule']) {
      // The service hears of the child's end through a rule that it manages with the role of the parent.
      services.ports.authorize(execution.machine.roleArn, action, managedRule(execution.arn));
    }
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const details = '(Service: AWSStepFunctions; Status Code: 400; Error Code: AccessDeniedException)';
    throw new StatesError('StepFunctions.AWSStepFunctionsException', `${message} ${details}`);
  }
  try {
    return services.start(machineArn, Name === undefined ? undefined : String(Name), inputText(Input));
  } catch (thrown) {
    if (!(thrown instanceof ServiceError)) throw thrown;
    const name = thrown.code.endsWith('Exception') ? thrown.code : `${thrown.code}Exception`;
    const details = `(Service: AWSStepFunctions; Status Code: ${thrown.status}; Error Code: ${thrown.code})`;
    throw new StatesError(`StepFunctions.${name}`, `${thrown.message} ${details}`);
  }
}

function inputText(input: Json | undefined): string {
  if (input === undefined) return '{}';
  return typeof input === 'string' ? input : JSON.stringify(input);
}

function managedRule(executionArn: string): string {
  const [, partition, , region, account] = executionArn.split(':');
  return `arn:${partition}:events:${region}:${account}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule`;
}

function stop(task: TaskRun, child: Execution): void {
  const { services, execution } = task.visit.frame;
  try {
    services.ports.authorize(execution.machine.roleArn, 'states:StopExecution', child.arn);
  } catch {
    // Best effort, as on the service: without the permission the child runs on.
    return;
  }
  services.stop(child, undefined, undefined);
}

function finished(child: Execution, settle: Settle<Json>): void {
  const described = {
    ExecutionArn: child.arn,
    InputDetails: { Included: true },
    Name: child.name,
    RedriveCount: 0,
    StartDate: child.startedAt,
    StateMachineArn: child.machine.arn,
    Status: child.status,
    StopDate: child.stoppedAt ?? null,
  };
  if (child.output !== undefined) {
    const Output: Json = JSON.parse(child.output);
    settle.resolve({ ...described, Input: child.parsedInput, Output, OutputDetails: { Included: true } });
    return;
  }
  const cause = { ...described, Cause: child.cause, Error: child.error, Input: child.input };
  settle.reject(new StatesError('States.TaskFailed', JSON.stringify(cause)));
}
