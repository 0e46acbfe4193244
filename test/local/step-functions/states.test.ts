import { expect, test } from 'vitest';
import { executionArn, machineArn, outputOf, START, world } from './world.ts';

const pass = (more: object): object => ({ Type: 'Pass', End: true, ...more });

test('Pass hands its input on, or its Output', async () => {
  const { run } = world({
    M: {
      StartAt: 'A',
      States: { A: { Type: 'Pass', Next: 'B' }, B: pass({ Output: { x: '{% $states.input.x + 1 %}', kept: 'text' } }) },
    },
  });
  expect(outputOf(await run({ x: 1 }))).toEqual({ x: 2, kept: 'text' });
});

test('Output does not see what the same state assigns; the next state does', async () => {
  const { run } = world({
    M: {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { n: 1 }, Next: 'B' },
        B: { Type: 'Pass', Assign: { n: '{% $n + 1 %}' }, Output: '{% $n %}', Next: 'C' },
        C: pass({ Output: ['{% $states.input %}', '{% $n %}'] }),
      },
    },
  });
  expect(outputOf(await run())).toEqual([1, 2]);
});

test('Choice takes the first true rule with its Output and Assign, else Default', async () => {
  const choice = {
    Type: 'Choice',
    Choices: [
      { Condition: '{% $states.input.n > 10 %}', Next: 'End', Output: 'big', Assign: { size: 3 } },
      { Condition: '{% $states.input.n > 5 %}', Next: 'End', Output: 'middle', Assign: { size: 2 } },
    ],
    Default: 'End',
    Assign: { size: 1 },
    Output: 'small',
  };
  const { run } = world({
    M: {
      StartAt: 'C',
      States: { C: choice, End: { Type: 'Succeed', Output: ['{% $states.input %}', '{% $size %}'] } },
    },
  });
  expect(outputOf(await run({ n: 11 }, 'a'))).toEqual(['big', 3]);
  expect(outputOf(await run({ n: 6 }, 'b'))).toEqual(['middle', 2]);
  expect(outputOf(await run({ n: 1 }, 'c'))).toEqual(['small', 1]);
});

test('a Choice without a true rule or with a condition that is no boolean fails by the name of the service', async () => {
  const machine = (Condition: string) => ({
    M: { StartAt: 'C', States: { C: { Type: 'Choice', Choices: [{ Condition, Next: 'E' }] }, E: { Type: 'Succeed' } } },
  });
  expect(await world(machine('{% false %}')).run()).toMatchObject({
    status: 'FAILED',
    error: 'States.NoChoiceMatched',
  });
  expect(await world(machine("{% 'yes' %}")).run()).toMatchObject({
    error: 'States.QueryEvaluationError',
    cause:
      "An error occurred while executing the state 'C' (entered at the event id #2). The JSONata expression ''yes'' specified " +
      "for the field 'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'string'.",
  });
});

test('Fail ends the execution with its evaluated Error and Cause', async () => {
  const { run } = world({
    M: { StartAt: 'F', States: { F: { Type: 'Fail', Error: 'Broken', Cause: "{% 'at ' & $states.input.at %}" } } },
  });
  expect(await run({ at: 'noon' })).toMatchObject({ status: 'FAILED', error: 'Broken', cause: 'at noon' });
});

test('the context names execution, state and machine', async () => {
  const { run } = world({
    M: {
      StartAt: 'A',
      States: {
        A: pass({ Output: '{% $states.context.Execution %}', End: undefined, Next: 'B' }),
        B: pass({
          Output: ['{% $states.input %}', '{% $states.context.State %}', '{% $states.context.StateMachine %}'],
        }),
      },
    },
  });
  expect(outputOf(await run({ a: 1 }, 'J1-Order-1-1'))).toEqual([
    {
      Id: executionArn('M', 'J1-Order-1-1'),
      Name: 'J1-Order-1-1',
      Input: { a: 1 },
      StartTime: START,
      RoleArn: 'arn:aws:iam::123456789012:role/M',
      RedriveCount: 0,
    },
    { Name: 'B', EnteredTime: START, RetryCount: 0 },
    { Id: machineArn('M'), Name: 'M' },
  ]);
});

test('the history and the transitions are those of the service', async () => {
  const w = world({ M: { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } } } });
  await w.run();
  expect(await w.events('M', 'run')).toEqual([
    'ExecutionStarted',
    'PassStateEntered',
    'PassStateExited',
    'SucceedStateEntered',
    'SucceedStateExited',
    'ExecutionSucceeded',
  ]);
  expect(w.transitions).toEqual(['A', 'B']);
  expect(w.changes.map(({ status }) => status)).toEqual(['RUNNING', 'SUCCEEDED']);
});
