import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoService } from '../dynamodb.ts';
import { touches } from '../dynamodb-access.ts';
import { consumes, DynamoGuard, type DynamoPorts } from '../dynamodb-guard.ts';
import { json, parseBody } from '../exchange.ts';
import type { Principal } from '../iam.ts';
import { operationOf } from '../operation-of.ts';
import { MemoryDynamo, TransactionCancelled } from './memory-dynamo.ts';
import { readStream } from './memory-streams.ts';

type Input = Readonly<Record<string, unknown>>;

const JSON_TYPE = 'application/x-amz-json-1.0';

/** DynamoDB in this process: the same rights as before the database, without its socket. It counts requests, not their units. */
export function memoryDynamoService(ports: DynamoPorts, onWrite: (table: string) => void): DynamoService {
  const dynamo = new MemoryDynamo();
  const { iam, meter } = ports;
  const guard = new DynamoGuard(ports);

  const perform = (principal: Principal, operation: string, input: Input): Input => {
    const touched = touches(operation, input);
    guard.admit(principal, touched);
    if (consumes(touched)) guard.count(principal, touched, 1);
    const output = dynamo.do(operation, input);
    for (const table of guard.written(touched)) onWrite(table);
    return output;
  };

  return {
    handle: (request) => {
      try {
        return json(perform(request.principal, request.operation, parseBody(request)), JSON_TYPE);
      } catch (error) {
        if (!(error instanceof TransactionCancelled)) throw error;
        const { name, message, CancellationReasons } = error;
        return { ...json({ __type: name, Message: message, CancellationReasons }, JSON_TYPE), status: 400 };
      }
    },
    call: async (target, input) => {
      const operation = target.slice(target.indexOf('.') + 1);
      return target.startsWith('DynamoDBStreams')
        ? readStream(dynamo, operation, input as Input)
        : { ...dynamo.do(operation, input as Input) };
    },
    close: () => undefined,
    clientFor: (accessKeyId) =>
      memoryClient((operation, input) => {
        meter.count(accessKeyId, 'awsCalls');
        return perform(iam.principal(accessKeyId), operation, input);
      }),
  };
}

/** A client whose commands reach the tables without being written as JSON and read again. */
export function memoryClient(perform: (operation: string, input: Input) => Input): DynamoDBClient {
  const send = async (command: { readonly input: Input }) => perform(operationOf(command), command.input);
  // Of a client the adapters know only `send`; its many other members would answer to nobody.
  return { send } as unknown as DynamoDBClient;
}
