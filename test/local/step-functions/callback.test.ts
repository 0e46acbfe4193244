import { expect, test } from 'vitest';
import { callback, executionArn, LAMBDA, machineArn, outputOf, type World, world } from './world.ts';

const waiting = (more: object = {}) => ({
  M: {
    StartAt: 'Sign',
    States: {
      Sign: callback({ End: true, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Rescue' }], ...more }),
      Rescue: { Type: 'Pass', End: true },
    },
  },
});
const tokenOf = (w: World, index = 0): string => String(w.invoked[index]);
const answer = (w: World, taskToken: string, output = '{"ok":true}') =>
  w.call('SendTaskSuccess', { taskToken, output });

test('the output sent with the token is the result', async () => {
  const w = world(waiting());
  expect((await w.run()).status).toBe('RUNNING');
  expect(tokenOf(w).length).toBeLessThanOrEqual(1024);
  await answer(w, tokenOf(w));
  await w.clock.idle();
  expect(outputOf(await w.describe('M', 'run'))).toEqual({ ok: true });
  expect(await w.events('M', 'run')).toEqual([
    ...['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSubmitted', 'TaskSucceeded'],
    ...['TaskStateExited', 'ExecutionSucceeded'],
  ]);
});

test('tokens that were never ours', async () => {
  const w = world(waiting());
  await w.run();
  await expect(answer(w, 'nonsense')).rejects.toMatchObject({ code: 'InvalidToken' });
  const forged = `${tokenOf(w).slice(0, -6)}AAAAAA`;
  await expect(answer(w, forged)).rejects.toMatchObject({ code: 'TaskDoesNotExist' });
  await expect(answer(w, tokenOf(w), '{')).rejects.toMatchObject({ code: 'InvalidOutput' });
  expect(w.service.machineOfToken(tokenOf(w))).toBe(machineArn('M'));
  expect(w.service.machineOfToken(forged)).toBeUndefined();
});

test('the token can be answered before the function returns', async () => {
  let w: World | undefined;
  w = world(waiting(), async (token) => {
    if (w !== undefined) await answer(w, String(token), '"early"');
    return { functionError: { errorType: 'TooLate' } };
  });
  expect(outputOf(await w.run())).toBe('early');
});

test('an error of the function fails the task and kills the token; each retry has a new one', async () => {
  let calls = 0;
  const w = world(waiting({ Retry: [{ ErrorEquals: ['TransientFault'], MaxAttempts: 1 }] }), () => {
    calls += 1;
    return calls === 1 ? { functionError: { errorType: 'TransientFault' } } : { payload: null };
  });
  await w.run();
  await expect(answer(w, tokenOf(w))).rejects.toMatchObject({ code: 'TaskTimedOut' });
  await w.clock.advanceToNextTimer();
  expect(tokenOf(w, 1)).not.toBe(tokenOf(w));
  await answer(w, tokenOf(w, 1));
  await w.clock.idle();
  expect((await w.describe('M', 'run')).status).toBe('SUCCEEDED');
});

test('TimeoutSeconds, also as an expression, leads to Catch; a late answer is TaskTimedOut', async () => {
  const net = {
    Type: 'Task',
    Resource: LAMBDA,
    Arguments: { FunctionName: 'open', Payload: 'lapsed' },
    Output: '{% $states.result.Payload %}',
    End: true,
  };
  const w = world(
    {
      M: {
        StartAt: 'Sign',
        States: {
          Sign: callback({
            End: true,
            TimeoutSeconds: '{% $states.input.days * 86400 %}',
            Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Net' }],
          }),
          Net: net,
        },
      },
    },
    (payload) => ({ payload: payload === 'lapsed' ? 'a person decides' : null }),
  );
  await w.run({ days: 3 });
  await w.clock.advance(3 * 86_400_000 - 1);
  expect((await w.describe('M', 'run')).status).toBe('RUNNING');
  await w.clock.advance(1);
  expect(outputOf(await w.describe('M', 'run'))).toBe('a person decides');
  expect(await w.events('M', 'run')).toContain('TaskTimedOut');
  await expect(answer(w, tokenOf(w))).rejects.toMatchObject({ code: 'TaskTimedOut' });
});

test('an answered task leaves no timer behind', async () => {
  const w = world(waiting({ TimeoutSeconds: 60 }));
  await w.run();
  await answer(w, tokenOf(w));
  await w.clock.idle();
  expect(w.clock.nextTimerAt()).toBeUndefined();
});

test('StopExecution aborts, kills the token and tells the bus; stopping again changes nothing', async () => {
  const w = world(waiting());
  await w.run();
  const stop = { executionArn: executionArn('M', 'run'), error: 'Replaced', cause: 'a new run' };
  const first = await w.call('StopExecution', stop);
  await w.clock.idle();
  expect(await w.describe('M', 'run')).toMatchObject({ status: 'ABORTED', error: 'Replaced', cause: 'a new run' });
  await expect(answer(w, tokenOf(w))).rejects.toMatchObject({ code: 'TaskTimedOut' });
  expect(w.changes.at(-1)).toMatchObject({ status: 'ABORTED', error: 'Replaced', stopDate: w.clock.now() });
  await w.clock.advance(1000);
  expect(await w.call('StopExecution', stop)).toEqual(first);
  expect(w.changes).toHaveLength(2);
  expect(w.clock.nextTimerAt()).toBeUndefined();
});
