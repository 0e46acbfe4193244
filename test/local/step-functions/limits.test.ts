import { expect, test } from 'vitest';
import { callback, executionArn, LAMBDA, machineArn, outputOf, START, world } from './world.ts';

const big = 'x'.repeat(262_143);
const everything = { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Rescue' }] };
const Rescue = { Type: 'Pass', End: true };
const ask = (more: object) => ({
  M: {
    StartAt: 'Ask',
    States: {
      Ask: { Type: 'Task', Resource: LAMBDA, Arguments: { FunctionName: 'f' }, End: true, ...everything, ...more },
      Rescue,
    },
  },
});

test('a result over 262,144 bytes is States.DataLimitExceeded, which States.ALL does not catch', async () => {
  const w = world(ask({}), () => ({ payload: big }));
  expect(await w.run()).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  const named = world(ask({ Catch: [{ ErrorEquals: ['States.DataLimitExceeded'], Next: 'Rescue' }] }), () => ({
    payload: big,
  }));
  expect(outputOf(await named.run())).toMatchObject({ Error: 'States.DataLimitExceeded' });
});

test.each([
  ['an output', { Output: "{% $join($map($range(1, 300, 1), function($i){ $pad('', 1000, 'x') })) %}" }],
  [
    'what a state assigns',
    { Assign: { a: "{% $join($map($range(1, 300, 1), function($i){ $pad('', 1000, 'x') })) %}" } },
  ],
])('%s over the limit fails the execution', async (_what, more) => {
  const w = world({ M: { StartAt: 'A', States: { A: { Type: 'Pass', End: true, ...more } } } });
  expect(await w.run()).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
});

test('bytes are counted, not characters', async () => {
  const pass = { M: { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } } };
  expect((await world(pass).run('x'.repeat(262_142))).status).toBe('SUCCEEDED');
  await expect(world(pass).run('ä'.repeat(140_000))).rejects.toMatchObject({ code: 'ValidationException' });
});

test('an execution fails with its 25,000th event', async () => {
  const w = world({
    M: {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Next: 'C' },
        C: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'E' }], Default: 'A' },
        E: { Type: 'Succeed' },
      },
    },
  });
  expect(await w.run()).toMatchObject({
    status: 'FAILED',
    error: 'States.Runtime',
    cause: 'The execution reached the maximum number of history events (25000).',
  });
  const reverse = { executionArn: executionArn('M', 'run'), reverseOrder: true, maxResults: 1 };
  const { events } = (await w.call('GetExecutionHistory', reverse)) as { events: { id: number; type: string }[] };
  expect(events[0]).toMatchObject({ id: 25_000, type: 'ExecutionFailed' });
});

test('an execution ends after a year', async () => {
  const w = world({ M: { StartAt: 'Sign', States: { Sign: callback({ End: true }) } } });
  await w.run();
  expect(w.clock.nextTimerAt()).toBe(Date.parse(START) + 365 * 86_400_000);
  await w.clock.advanceToNextTimer();
  expect(await w.describe('M', 'run')).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
  expect(w.changes.at(-1)?.status).toBe('TIMED_OUT');
});

test('a machine with its own TimeoutSeconds ends sooner', async () => {
  const definition = {
    TimeoutSeconds: 60,
    StartAt: 'Sign',
    States: { Sign: callback({ End: true, ...everything }), Rescue },
  };
  const w = world({ M: definition });
  await w.run();
  await w.clock.advance(60_000);
  expect((await w.describe('M', 'run')).status).toBe('TIMED_OUT');
});

test('the histories of all but the last closed executions are dropped; names are free again after 90 days', async () => {
  const w = world({ M: { StartAt: 'A', States: { A: { Type: 'Succeed' } } } }, undefined, { keepHistories: 2 });
  for (const name of ['a', 'b', 'c']) await w.run({}, name);
  expect(await w.events('M', 'a')).toEqual([]);
  expect(await w.events('M', 'c')).not.toEqual([]);
  await expect(w.run({}, 'a')).rejects.toMatchObject({ code: 'ExecutionAlreadyExists' });
  await w.clock.advance(90 * 86_400_000);
  await w.run({}, 'd');
  await expect(w.describe('M', 'a')).rejects.toMatchObject({ code: 'ExecutionDoesNotExist' });
  const { executions } = (await w.call('ListExecutions', { stateMachineArn: machineArn('M') })) as {
    executions: unknown[];
  };
  expect(executions).toHaveLength(1);
});
