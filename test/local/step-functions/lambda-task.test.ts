import { expect, test } from 'vitest';
import { callback, LAMBDA, outputOf, world } from './world.ts';

const task = (more: object = {}): { [name: string]: { StartAt: string; States: { [name: string]: object } } } => ({
  M: {
    StartAt: 'Ask',
    States: {
      Ask: {
        Type: 'Task',
        Resource: LAMBDA,
        Arguments: { FunctionName: 'f', Payload: '{% $states.input %}' },
        End: true,
        ...more,
      },
      Rescue: { Type: 'Pass', End: true },
    },
  },
});
const rescued = { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Rescue' }] };
const retried = (more: object) => ({ ...rescued, Retry: [{ ErrorEquals: ['TransientFault'], ...more }] });
const fault = (errorType: string) => ({ functionError: { errorType, errorMessage: 'no' } });

test('the result is the envelope of the SDK; Output and Assign see it', async () => {
  const { run } = world(
    task({ ...rescued, Assign: { got: '{% $states.result.Payload %}' }, Output: '{% $states.result %}' }),
    (payload) => ({ payload: { echo: payload } }),
  );
  expect(outputOf(await run({ a: 1 }))).toMatchObject({
    Payload: { echo: { a: 1 } },
    StatusCode: 200,
    ExecutedVersion: '$LATEST',
  });
});

test.each([
  ['TooManyRequestsException', 'Lambda.TooManyRequestsException'],
  ['ServiceException', 'Lambda.ServiceException'],
  ['TypeError', 'Lambda.Unknown'],
])('an invocation failing with %s is %s', async (name, expected) => {
  const { run } = world(task(rescued), () => {
    throw Object.assign(new Error('busy'), { name });
  });
  expect(outputOf(await run())).toEqual({ Error: expected, Cause: 'busy' });
});

test('a role that may not invoke fails as the service words it', async () => {
  const w = world(task(rescued));
  w.denied.add('lambda:InvokeFunction');
  expect(outputOf(await w.run())).toEqual({
    Error: 'Lambda.AWSLambdaException',
    Cause:
      'User: arn:aws:iam::123456789012:role/M is not authorized to perform: lambda:InvokeFunction on resource: f ' +
      '(Service: AWSLambda; Status Code: 403; Error Code: AccessDeniedException)',
  });
  expect(w.invoked).toEqual([]);
});

test('Retry waits on the clock, with backoff up to the largest delay, then Catch takes over', async () => {
  const w = world(task(retried({ IntervalSeconds: 10, BackoffRate: 3, MaxAttempts: 3, MaxDelaySeconds: 60 })), () =>
    fault('TransientFault'),
  );
  const began = w.clock.now();
  await w.run();
  const delays: number[] = [];
  for (let before = began; (await w.describe('M', 'run')).status === 'RUNNING'; before = w.clock.now()) {
    await w.clock.advanceToNextTimer();
    delays.push((w.clock.now() - before) / 1000);
  }
  expect(delays).toEqual([10, 30, 60]);
  expect(w.invoked).toHaveLength(4);
  expect(outputOf(await w.describe('M', 'run'))).toMatchObject({ Error: 'TransientFault' });
  expect(w.transitions).toEqual(['Ask', 'Ask', 'Ask', 'Ask', 'Rescue']);
});

test('a retry that succeeds goes on; full jitter stays below the delay', async () => {
  let calls = 0;
  const w = world(task(retried({ IntervalSeconds: 100, JitterStrategy: 'FULL' })), () => {
    calls += 1;
    return calls < 2 ? fault('TransientFault') : { payload: 'ok' };
  });
  const began = w.clock.now();
  await w.run();
  await w.clock.advanceToNextTimer();
  expect(outputOf(await w.describe('M', 'run'))).toMatchObject({ Payload: 'ok' });
  expect(w.clock.now() - began).toBeLessThan(100_000);
});

test('Retry and Catch entries for other errors do not apply; States.TaskFailed does not take a timeout', async () => {
  const other = world(task({ ...rescued, Retry: [{ ErrorEquals: ['States.Timeout'] }] }), () => fault('Odd'));
  expect(outputOf(await other.run())).toMatchObject({ Error: 'Odd' });
  expect(other.invoked).toHaveLength(1);

  const Catch = [{ ErrorEquals: ['States.TaskFailed'], Next: 'Rescue' }];
  const failing = world(task({ Catch }), () => fault('Odd'));
  expect(outputOf(await failing.run())).toMatchObject({ Error: 'Odd' });
  const States = { Sign: callback({ End: true, TimeoutSeconds: 5, Catch }), Rescue: { Type: 'Pass', End: true } };
  const slow = world({ M: { StartAt: 'Sign', States } });
  await slow.run();
  await slow.clock.advance(5000);
  expect(await slow.describe('M', 'run')).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
});

test('a Catch has its own Output and Assign over errorOutput', async () => {
  const { run } = world(
    {
      M: {
        StartAt: 'Ask',
        States: {
          Ask: {
            Type: 'Task',
            Resource: LAMBDA,
            Arguments: { FunctionName: 'f' },
            End: true,
            Catch: [
              {
                ErrorEquals: ['Odd'],
                Next: 'Rescue',
                Output: '{% $states.errorOutput.Error %}',
                Assign: { why: '{% $states.errorOutput.Cause %}' },
              },
            ],
          },
          Rescue: { Type: 'Pass', Output: ['{% $states.input %}', "{% $contains($why, 'no') %}"], End: true },
        },
      },
    },
    () => fault('Odd'),
  );
  expect(outputOf(await run())).toEqual(['Odd', true]);
});

test('an Output that cannot be evaluated is caught like any error of the task', async () => {
  const { run } = world(task({ ...rescued, Output: '{% $states.result.Payload.missing %}' }));
  expect(outputOf(await run())).toMatchObject({ Error: 'States.QueryEvaluationError' });
});
