import { expect, test } from 'vitest';
import { CHILD, callback, executionArn, machineArn, outputOf, type World, world } from './world.ts';

const parent = (more: object = {}) => ({
  StartAt: 'Phase',
  States: {
    Phase: {
      Type: 'Task',
      Resource: CHILD,
      Arguments: {
        StateMachineArn: machineArn('Order'),
        Name: 'J1-Order-1-1',
        Input: { journeyId: '{% $states.input.journeyId %}' },
      },
      End: true,
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Rescue' }],
      ...more,
    },
    Rescue: { Type: 'Pass', End: true },
  },
});
const order = { StartAt: 'Sign', States: { Sign: callback({ End: true }) } };
const nested = (more: object = {}): World => world({ Journey: parent(more), Order: order });
const input = { journeyId: 'J1' };

test('the parent waits for the child and gets its output as JSON', async () => {
  const w = nested();
  expect((await w.run(input)).status).toBe('RUNNING');
  await w.call('SendTaskSuccess', { taskToken: String(w.invoked[0]), output: '{"outcome":"ordered"}' });
  await w.clock.idle();
  expect(outputOf(await w.describe('Journey', 'run'))).toMatchObject({
    ExecutionArn: executionArn('Order', 'J1-Order-1-1'),
    Input: input,
    Name: 'J1-Order-1-1',
    Output: { outcome: 'ordered' },
    StateMachineArn: machineArn('Order'),
    Status: 'SUCCEEDED',
  });
  expect(w.changes.map(({ name, status }) => `${name} ${status}`)).toEqual([
    ...['run RUNNING', 'J1-Order-1-1 RUNNING', 'J1-Order-1-1 SUCCEEDED', 'run SUCCEEDED'],
  ]);
});

test('a child that fails is States.TaskFailed with its description as cause', async () => {
  const w = nested();
  await w.run(input);
  await w.call('SendTaskFailure', { taskToken: String(w.invoked[0]), error: 'Broken', cause: 'why' });
  await w.clock.idle();
  const { Error: error, Cause } = outputOf(await w.describe('Journey', 'run')) as { Error: string; Cause: string };
  expect(error).toBe('States.TaskFailed');
  expect(JSON.parse(Cause)).toMatchObject({ Error: 'Broken', Cause: 'why', Status: 'FAILED', Name: 'J1-Order-1-1' });
});

test('stopping the parent aborts the child, and its tokens die', async () => {
  const w = nested();
  await w.run(input);
  await w.call('StopExecution', { executionArn: executionArn('Journey', 'run') });
  await w.clock.idle();
  expect((await w.describe('Journey', 'run')).status).toBe('ABORTED');
  expect((await w.describe('Order', 'J1-Order-1-1')).status).toBe('ABORTED');
  await expect(w.call('SendTaskSuccess', { taskToken: String(w.invoked[0]), output: '1' })).rejects.toMatchObject({
    code: 'TaskTimedOut',
  });
});

test('without permission to stop it, the child runs on', async () => {
  const w = nested();
  w.denied.add('states:StopExecution');
  await w.run(input);
  await w.call('StopExecution', { executionArn: executionArn('Journey', 'run') });
  expect((await w.describe('Order', 'J1-Order-1-1')).status).toBe('RUNNING');
});

test('a timeout of the task stops the child', async () => {
  const w = nested({ TimeoutSeconds: 60 });
  await w.run(input);
  await w.clock.advance(60_000);
  expect(outputOf(await w.describe('Journey', 'run'))).toMatchObject({ Error: 'States.Timeout' });
  expect((await w.describe('Order', 'J1-Order-1-1')).status).toBe('ABORTED');
});

test('a child stopped from outside fails the task', async () => {
  const w = nested();
  await w.run(input);
  await w.call('StopExecution', { executionArn: executionArn('Order', 'J1-Order-1-1') });
  await w.clock.idle();
  const { Cause } = outputOf(await w.describe('Journey', 'run')) as { Cause: string };
  expect(JSON.parse(Cause)).toMatchObject({ Status: 'ABORTED' });
});

test.each(['states:StartExecution', 'events:PutRule'])('a parent whose role lacks %s fails', async (action) => {
  const w = nested();
  w.denied.add(action);
  expect(outputOf(await w.run(input))).toMatchObject({ Error: 'StepFunctions.AWSStepFunctionsException' });
});

test('a name used with other input is an error by the name of the service; with the same input the child is joined', async () => {
  const w = nested();
  await w.run(input, 'first');
  await w.run(input, 'joins');
  expect((await w.describe('Journey', 'joins')).status).toBe('RUNNING');
  expect(outputOf(await w.run({ journeyId: 'J2' }, 'other'))).toMatchObject({
    Error: 'StepFunctions.ExecutionAlreadyExistsException',
  });
  await w.call('SendTaskSuccess', { taskToken: String(w.invoked[0]), output: '1' });
  await w.clock.idle();
  expect((await w.describe('Journey', 'joins')).status).toBe('SUCCEEDED');
  expect(w.invoked).toHaveLength(1);
});
