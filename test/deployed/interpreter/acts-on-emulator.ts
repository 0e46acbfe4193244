import {
  GetExecutionHistoryCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import type { Act } from '../../local/step-functions/suite/case.ts';
import type { Told } from '../../local/step-functions/suite/told.ts';
import { until } from '../until.ts';

/** An execution that is being looked at. */
export interface Running {
  readonly sfn: SFNClient;
  readonly executionArn: string;
  readonly does: Told;
  hasEnded(): Promise<boolean>;
}

/** Nothing in the suite takes longer; what does hangs. */
export const PATIENCE_SECONDS = 20;
const NO_TOKEN = 'ended without such a token';

/** Does acts one after the other; gives for each the name of the error with which it was refused. */
export async function performAll(acts: readonly Act[], running: Running): Promise<readonly (string | undefined)[]> {
  const refusals: (string | undefined)[] = [];
  let taken = 0;
  for (const act of acts) {
    await takenIn(taken, running);
    const refused = await perform(act, running);
    if (refused === undefined && ('succeeds' in act || 'fails' in act)) taken += 1;
    refusals.push(refused);
  }
  return refusals;
}

/** Waits until the execution has gone on after so many answers: the emulator takes them before it does. */
const takenIn = (answers: number, { sfn, executionArn, hasEnded }: Running): Promise<true> =>
  until('Answers', PATIENCE_SECONDS, async () => {
    if (answers === 0 || (await hasEnded())) return { answer: true };
    const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn }));
    const seen = events.filter(({ type }) => type === 'TaskSucceeded' || type === 'TaskFailed').length;
    return seen >= answers ? { answer: true } : { waitsFor: `${answers - seen} to be taken in` };
  });

/** Time that only passes is not waited for. */
async function perform(act: Act, running: Running): Promise<string | undefined> {
  if ('waits' in act) return undefined;
  if ('lapses' in act) {
    await until('Time-out', act.lapses + PATIENCE_SECONDS, async () =>
      (await running.hasEnded()) ? { answer: true } : { waitsFor: 'the execution to end' },
    );
    return undefined;
  }
  const { sfn } = running;
  const taskToken = await tokenOf('succeeds' in act ? act.succeeds : act.fails, running);
  if (taskToken === undefined) return NO_TOKEN;
  return refusal(() =>
    'succeeds' in act
      ? sfn.send(new SendTaskSuccessCommand({ taskToken, output: act.output }))
      : sfn.send(new SendTaskFailureCommand({ taskToken, error: act.error, cause: act.cause })),
  );
}

/** The token of this number, as soon as it is given; undefined when the execution ended without it. */
const tokenOf = (index: number, { does, hasEnded }: Running): Promise<string | undefined> =>
  until<string | undefined>(`Token ${index}`, PATIENCE_SECONDS, async () => {
    // Looked at first: a token that is given between the two is found.
    const over = await hasEnded();
    const token = does.tokens[index];
    return token !== undefined || over ? { answer: token } : { waitsFor: 'the function to be given it' };
  });

/** The name of the error with which the service refuses a request; undefined where it takes it. */
export async function refusal(request: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await request();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}
