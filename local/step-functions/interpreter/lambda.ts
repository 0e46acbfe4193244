import { StatesError } from '../errors.ts';
import { type Json, toJson } from '../json.ts';
import type { LambdaAnswer } from '../ports.ts';
import type { Settle } from './strand.ts';
import type { TaskRun } from './task.ts';

/** `lambda:invoke`: waits for the function; the result is the SDK's envelope. */
export function invoke(task: TaskRun, settle: Settle<Json>): () => void {
  call(task, settle, (payload) => {
    const SdkHttpMetadata = { HttpStatusCode: 200 };
    settle.resolve({ ExecutedVersion: '$LATEST', Payload: payload, SdkHttpMetadata, StatusCode: 200 });
  });
  return () => undefined;
}

/** `lambda:invoke.waitForTaskToken`: invokes the function, then waits for its token; what is sent with the token is the result. */
export function invokeAndWait(task: TaskRun, settle: Settle<Json>): () => void {
  // Answerable before the function returns, as on the service.
  const { tokens } = task.visit.frame.services;
  const close = task.token === undefined ? () => undefined : tokens.open(task.token, settle);
  let open = true;
  call(task, settle, () => {
    if (open) task.event('TaskSubmitted');
  });
  return () => {
    open = false;
    close();
  };
}

/** Invokes the function and hands over its payload; everything up to then counts as work in flight. */
function call(task: TaskRun, settle: Settle<Json>, done: (payload: Json) => void): void {
  const { ports } = task.visit.frame.services;
  const work = async (): Promise<void> => {
    try {
      task.event('TaskStarted');
      done(payloadOf(await ask(task)));
    } catch (thrown) {
      settle.reject(thrown);
    }
  };
  void ports.track(work());
}

async function ask(task: TaskRun): Promise<LambdaAnswer> {
  const { services, execution } = task.visit.frame;
  const role = execution.machine.roleArn;
  const functionArn = String(task.args.FunctionName);
  try {
    services.ports.authorize(role, 'lambda:InvokeFunction', functionArn);
  } catch (thrown) {
    throw new StatesError(
      'Lambda.AWSLambdaException',
      `${messageOf(thrown)} (Service: AWSLambda; Status Code: 403; Error Code: AccessDeniedException)`,
    );
  }
  try {
    return await services.ports.invokeLambda(functionArn, task.args.Payload ?? {}, { role });
  } catch (thrown) {
    const name = thrown instanceof Error && /^[A-Z]\w*Exception$/.test(thrown.name) ? thrown.name : 'Unknown';
    throw new StatesError(`Lambda.${name}`, messageOf(thrown));
  }
}

function payloadOf(answer: LambdaAnswer): Json {
  // A function that returns nothing has the payload null.
  if ('payload' in answer) return toJson(answer.payload ?? null);
  const { errorType, errorMessage } = answer.functionError;
  const cause = { errorMessage: errorMessage ?? '', errorType: errorType ?? 'Lambda.Unknown' };
  throw new StatesError(errorType ?? 'Lambda.Unknown', JSON.stringify(cause));
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
