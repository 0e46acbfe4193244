import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TableModel } from '../../template/model.ts';
import type { DynamoService } from '../dynamodb.ts';
import { touches } from '../dynamodb-access.ts';
import { DynamoGuard } from '../dynamodb-guard.ts';
import { json, parseBody } from '../exchange.ts';
import type { Iam, Principal } from '../iam.ts';
import type { Usage } from '../usage.ts';
import { MemoryDynamo, TransactionCancelled } from './memory-dynamo.ts';
import { readStream } from './memory-streams.ts';

type Input = Readonly<Record<string, unknown>>;

const JSON_TYPE = 'application/x-amz-json-1.0';

export interface MemoryService extends DynamoService {
  clientFor(accessKeyId: string): DynamoDBClient;
}

/** DynamoDB in this process: the same rights and the same counts as before the database, without its socket. */
export function memoryDynamoService(
  tables: readonly TableModel[],
  iam: Iam,
  usage: Usage,
  onWrite: (table: string) => void,
): MemoryService {
  const dynamo = new MemoryDynamo();
  const guard = new DynamoGuard(tables, iam, usage);

  const perform = (principal: Principal, operation: string, input: Input): Input => {
    const touched = touches(operation, input);
    guard.admit(principal, touched);
    const { output, size } = dynamo.do(operation, input);
    guard.count(operation, touched, input.ConsistentRead === true, size);
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
        : { ...dynamo.do(operation, input as Input).output };
    },
    close: () => undefined,
    clientFor: (accessKeyId) =>
      memoryClient((operation, input) => perform(iam.principal(accessKeyId), operation, input)),
  };
}

/** A client whose commands reach the tables without being written as JSON and read again. */
export function memoryClient(perform: (operation: string, input: Input) => Input): DynamoDBClient {
  const send = async (command: { readonly input: Input }) =>
    perform(command.constructor.name.replace(/Command$/, ''), command.input);
  // Of a client the adapters know only `send`; its many other members would answer to nobody.
  return { send } as unknown as DynamoDBClient;
}
