import { ServiceError } from './service-error.ts';

type Input = Readonly<Record<string, unknown>>;
type Item = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** One thing a DynamoDB request touches, as IAM sees it. */
export interface Touch {
  readonly action: string;
  readonly table: string;
  readonly index?: string;
  readonly kind: 'read' | 'write' | 'admin';
  /** Values of the partition key that are touched, given its name. */
  leadingKeys(partitionKey: string): readonly string[];
}

interface ItemAccess {
  readonly action: string;
  readonly kind: 'read' | 'write';
  readonly key: 'Key' | 'Item';
}

const GET: ItemAccess = { action: 'dynamodb:GetItem', kind: 'read', key: 'Key' };
const PUT: ItemAccess = { action: 'dynamodb:PutItem', kind: 'write', key: 'Item' };
const UPDATE: ItemAccess = { action: 'dynamodb:UpdateItem', kind: 'write', key: 'Key' };
const DELETE: ItemAccess = { action: 'dynamodb:DeleteItem', kind: 'write', key: 'Key' };
const CHECK: ItemAccess = { action: 'dynamodb:ConditionCheckItem', kind: 'read', key: 'Key' };

const SINGLE: Readonly<Record<string, ItemAccess>> = {
  GetItem: GET,
  PutItem: PUT,
  UpdateItem: UPDATE,
  DeleteItem: DELETE,
};
const TRANSACTION: Readonly<Record<string, ItemAccess>> = {
  Get: GET,
  Put: PUT,
  Update: UPDATE,
  Delete: DELETE,
  ConditionCheck: CHECK,
};
const ADMIN = ['CreateTable', 'DeleteTable', 'DescribeTable', 'ListTables', 'UpdateTimeToLive'];

/** What a request touches. Operations the application does not use are refused by name. */
export function touches(operation: string, input: Input): Touch[] {
  const table = String(input.TableName);
  const single = SINGLE[operation];
  if (single !== undefined) {
    const { action, kind, key } = single;
    return [{ action, table, kind, leadingKeys: keyOf(input[key]) }];
  }
  switch (operation) {
    case 'Query':
    case 'Scan':
      return [
        {
          action: operation === 'Query' ? 'dynamodb:Query' : 'dynamodb:Scan',
          table,
          ...(typeof input.IndexName === 'string' ? { index: input.IndexName } : {}),
          kind: 'read',
          leadingKeys: () => queried(input),
        },
      ];
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return records(input.TransactItems).map((member) => {
        const [[name, action] = ['', {}]] = Object.entries(member) as [string, Input][];
        const known = TRANSACTION[name];
        if (known === undefined)
          throw new ServiceError(
            'ValidationException',
            `TransactItems: got ${name}, expected Put, Update, Delete, ConditionCheck or Get`,
          );
        const leadingKeys = keyOf(action[known.key]);
        return { action: known.action, table: String(action.TableName), kind: known.kind, leadingKeys };
      });
    case 'BatchGetItem':
      return Object.entries((input.RequestItems ?? {}) as Record<string, Input>).flatMap(([name, { Keys }]) =>
        records(Keys).map(
          (key): Touch => ({ action: 'dynamodb:BatchGetItem', table: name, kind: 'read', leadingKeys: keyOf(key) }),
        ),
      );
    case 'BatchWriteItem':
      return Object.entries((input.RequestItems ?? {}) as Record<string, readonly Input[]>).flatMap(([name, writes]) =>
        writes.map((write): Touch => {
          const put = write.PutRequest as Input | undefined;
          const deletion = write.DeleteRequest as Input | undefined;
          return {
            action: 'dynamodb:BatchWriteItem',
            table: name,
            kind: 'write',
            leadingKeys: keyOf(put?.Item ?? deletion?.Key),
          };
        }),
      );
    default:
      if (ADMIN.includes(operation)) {
        return [{ action: `dynamodb:${operation}`, table, kind: 'admin', leadingKeys: () => [] }];
      }
      throw new ServiceError('UnknownOperationException', `DynamoDB ${operation} is not part of the embedded stack`);
  }
}

const records = (value: unknown): readonly Input[] => (Array.isArray(value) ? (value as Input[]) : []);

const keyOf =
  (item: unknown) =>
  (partitionKey: string): readonly string[] => {
    const value = (item as Item | undefined)?.[partitionKey];
    return value === undefined ? [] : [String(Object.values(value)[0])];
  };

/** The value a Query compares its (first) key with for equality. */
function queried(input: Input): readonly string[] {
  const placeholder = /=\s*(:\w+)/.exec(String(input.KeyConditionExpression ?? ''))?.[1];
  const value =
    placeholder === undefined ? undefined : (input.ExpressionAttributeValues as Item | undefined)?.[placeholder];
  return value === undefined ? [] : [String(Object.values(value)[0])];
}
