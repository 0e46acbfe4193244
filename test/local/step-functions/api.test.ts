import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServiceError } from '../../../local/step-functions/step-functions.ts';
import { callback, executionArn, machineArn, START, type World, world } from './world.ts';

const w: World = world({ M: { StartAt: 'Sign', States: { Sign: callback({ End: true }) } } });
let server: Server;
let sfn: SFNClient;

/** The smallest door: AWS JSON 1.0 to `handle`. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const operation = String(request.headers['x-amz-target']).replace('AWSStepFunctions.', '');
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    try {
      response.end(JSON.stringify(await w.call(operation, JSON.parse(Buffer.concat(chunks).toString()))));
    } catch (thrown) {
      if (!(thrown instanceof ServiceError)) throw thrown;
      response.statusCode = thrown.status;
      response.end(JSON.stringify({ __type: thrown.code, message: thrown.message }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  sfn = new SFNClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'operator', secretAccessKey: 'none' },
    maxAttempts: 1,
  });
});

afterAll(async () => {
  sfn.destroy();
  await new Promise((resolve) => server.close(resolve));
});

const start = (name: string, input: string) =>
  sfn.send(new StartExecutionCommand({ stateMachineArn: machineArn('M'), name, input }));

test('the real client starts, lists, describes, answers and reads the history', async () => {
  const { executionArn: arn, startDate } = await start('one', '{"journeyId":"J1"}');
  expect(arn).toBe(executionArn('M', 'one'));
  expect(startDate).toEqual(new Date(START));
  await w.clock.idle();
  const running = await sfn.send(
    new ListExecutionsCommand({ stateMachineArn: machineArn('M'), statusFilter: 'RUNNING' }),
  );
  expect(running.executions?.map(({ name }) => name)).toEqual(['one']);
  await sfn.send(new SendTaskSuccessCommand({ taskToken: String(w.invoked[0]), output: '{"outcome":"decided"}' }));
  await w.clock.idle();
  const described = await sfn.send(new DescribeExecutionCommand({ executionArn: arn }));
  expect(described).toMatchObject({
    status: 'SUCCEEDED',
    input: '{"journeyId":"J1"}',
    output: '{"outcome":"decided"}',
    stopDate: new Date(START),
  });
  const { events } = await sfn.send(new GetExecutionHistoryCommand({ executionArn: arn, maxResults: 3 }));
  expect(events?.map(({ type }) => type)).toEqual(['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled']);
  expect(events?.[1]?.stateEnteredEventDetails?.name).toBe('Sign');
});

test('the history comes in pages', async () => {
  const first = await sfn.send(
    new GetExecutionHistoryCommand({ executionArn: executionArn('M', 'one'), maxResults: 5 }),
  );
  const rest = await sfn.send(
    new GetExecutionHistoryCommand({ executionArn: executionArn('M', 'one'), nextToken: first.nextToken }),
  );
  expect([...(first.events ?? []), ...(rest.events ?? [])].map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('a name is idempotent while it runs with the same input, taken otherwise', async () => {
  const first = await start('two', '{"a":1}');
  await w.clock.advance(1000);
  expect(await start('two', '{"a":1}')).toMatchObject({ executionArn: first.executionArn, startDate: first.startDate });
  await expect(start('two', '{"a":2}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  await sfn.send(new StopExecutionCommand({ executionArn: first.executionArn }));
  await expect(start('two', '{"a":1}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
});

test('machines are listed and described', async () => {
  const { stateMachines } = await sfn.send(new ListStateMachinesCommand({}));
  expect(stateMachines).toMatchObject([{ name: 'M', stateMachineArn: machineArn('M'), type: 'STANDARD' }]);
  const described = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn: machineArn('M') }));
  expect(described).toMatchObject({ status: 'ACTIVE', revisionId: 'r1', roleArn: 'arn:aws:iam::123456789012:role/M' });
  expect(JSON.parse(String(described.definition))).toMatchObject({ StartAt: 'Sign' });
});

test.each([
  ['InvalidName', () => start('a b', '{}')],
  ['InvalidName', () => start('x'.repeat(81), '{}')],
  ['InvalidExecutionInput', () => start('bad', '{')],
  ['StateMachineDoesNotExist', () => sfn.send(new StartExecutionCommand({ stateMachineArn: machineArn('Missing') }))],
  ['InvalidArn', () => sfn.send(new StartExecutionCommand({ stateMachineArn: 'M' }))],
  ['ExecutionDoesNotExist', () => sfn.send(new DescribeExecutionCommand({ executionArn: executionArn('M', 'none') }))],
  ['ExecutionDoesNotExist', () => sfn.send(new StopExecutionCommand({ executionArn: executionArn('M', 'none') }))],
  ['InvalidToken', () => sfn.send(new SendTaskSuccessCommand({ taskToken: 'x', output: '{}' }))],
  [
    'ValidationException',
    () => sfn.send(new ListExecutionsCommand({ stateMachineArn: machineArn('M'), redriveFilter: 'REDRIVEN' })),
  ],
])('%s', async (name, call) => {
  await expect(call()).rejects.toMatchObject({ name });
});

test('operations that are not embedded are refused by name', async () => {
  await expect(w.call('RedriveExecution', {})).rejects.toMatchObject({
    code: 'UnknownOperationException',
    message: expect.stringContaining('"RedriveExecution" is not embedded; expected StartExecution'),
  });
});
