import { expect, test } from 'vitest';
import { callback, executionArn, outputOf, type World, world } from './world.ts';

const branch = (name: string, more: object = {}) => ({
  StartAt: name,
  States: { [name]: callback({ End: true, ...more }) },
});
const together = (branches: object[], more: object = {}) => ({
  M: {
    StartAt: 'Together',
    States: {
      Together: {
        Type: 'Parallel',
        Branches: branches,
        End: true,
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Rescue' }],
        ...more,
      },
      Rescue: { Type: 'Pass', End: true },
    },
  },
});
const answer = (w: World, index: number, output: unknown) =>
  w.call('SendTaskSuccess', { taskToken: String(w.invoked[index]), output: JSON.stringify(output) });

test('branches see outer variables; their own stay inside', async () => {
  const own = {
    StartAt: 'Set',
    States: {
      Set: { Type: 'Pass', Assign: { inner: 1 }, Next: 'Use' },
      Use: { Type: 'Pass', Output: '{% $outer + $inner %}', End: true },
    },
  };
  const other = {
    StartAt: 'Plain',
    States: { Plain: { Type: 'Pass', Output: ['{% $outer %}', '{% $states.input %}'], End: true } },
  };
  const w = world({
    M: {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { outer: 10 }, Next: 'P' },
        P: {
          Type: 'Parallel',
          Arguments: 'given',
          Branches: [own, other],
          Assign: { sum: '{% $states.result[0] %}' },
          Next: 'B',
        },
        B: { Type: 'Pass', Output: ['{% $states.input %}', '{% $sum %}'], End: true },
      },
    },
  });
  expect(outputOf(await w.run())).toEqual([[11, [10, 'given']], 11]);
});

test('a branch that fails stops the others, whose tokens die; Catch of the Parallel gets its error', async () => {
  const w = world(together([branch('One'), branch('Two')]));
  await w.run();
  await w.call('SendTaskFailure', { taskToken: String(w.invoked[0]), error: 'Broken' });
  await w.clock.idle();
  expect(outputOf(await w.describe('M', 'run'))).toEqual({ Error: 'Broken', Cause: '' });
  await expect(answer(w, 1, 'late')).rejects.toMatchObject({ code: 'TaskTimedOut' });
  expect(await w.events('M', 'run')).toEqual(expect.arrayContaining(['TaskStateAborted', 'ParallelStateFailed']));
});

test('a timeout caught inside a branch leaves the other branch waiting', async () => {
  const net = {
    StartAt: 'One',
    States: {
      One: callback({
        End: true,
        TimeoutSeconds: 60,
        Catch: [{ ErrorEquals: ['States.Timeout'], Output: 'lapsed', Next: 'Net' }],
      }),
      Net: { Type: 'Pass', End: true },
    },
  };
  const w = world(together([net, branch('Two')]));
  await w.run();
  await w.clock.advance(60_000);
  expect((await w.describe('M', 'run')).status).toBe('RUNNING');
  await answer(w, 1, 'signed');
  await w.clock.idle();
  expect(outputOf(await w.describe('M', 'run'))).toEqual(['lapsed', 'signed']);
});

test('Retry of a Parallel begins all branches again', async () => {
  const w = world(together([branch('One'), branch('Two')], { Retry: [{ ErrorEquals: ['Broken'], MaxAttempts: 1 }] }));
  await w.run();
  await w.call('SendTaskFailure', { taskToken: String(w.invoked[1]), error: 'Broken' });
  await w.clock.idle();
  await w.clock.advanceToNextTimer();
  expect(w.invoked).toHaveLength(4);
  await answer(w, 2, 1);
  await answer(w, 3, 2);
  await w.clock.idle();
  expect(outputOf(await w.describe('M', 'run'))).toEqual([1, 2]);
});

test('stopping the execution kills the tokens of all branches', async () => {
  const w = world(together([branch('One'), branch('Two')]));
  await w.run();
  await w.call('StopExecution', { executionArn: executionArn('M', 'run') });
  await w.clock.idle();
  for (const index of [0, 1]) await expect(answer(w, index, 1)).rejects.toMatchObject({ code: 'TaskTimedOut' });
  expect(w.clock.nextTimerAt()).toBeUndefined();
});
