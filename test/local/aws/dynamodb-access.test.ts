import { expect, test } from 'vitest';
import { touches } from '../../../local/aws/dynamodb-access.ts';

const summary = (operation: string, input: Record<string, unknown>) =>
  touches(operation, input).map(({ action, table, index, kind, leadingKeys }) => [
    action,
    table,
    index,
    kind,
    leadingKeys('pk'),
  ]);
const key = { pk: { S: 'a' }, sk: { S: 'b' } };

test('a transaction is authorised item by item, as the service does', () => {
  const TransactItems = [
    { Put: { TableName: 'T', Item: key } },
    { Update: { TableName: 'T', Key: key } },
    { ConditionCheck: { TableName: 'U', Key: key } },
  ];
  expect(summary('TransactWriteItems', { TransactItems })).toEqual([
    ['dynamodb:PutItem', 'T', undefined, 'write', ['a']],
    ['dynamodb:UpdateItem', 'T', undefined, 'write', ['a']],
    ['dynamodb:ConditionCheckItem', 'U', undefined, 'read', ['a']],
  ]);
});

test('a query names its index and the key it compares', () => {
  const query = {
    TableName: 'T',
    IndexName: 'worklist',
    KeyConditionExpression: '#p = :p AND begins_with(sk, :s)',
    ExpressionAttributeValues: { ':p': { S: 'SITE#1' }, ':s': { S: 'x' } },
  };
  expect(summary('Query', query)).toEqual([['dynamodb:Query', 'T', 'worklist', 'read', ['SITE#1']]]);
});

test('batches touch each of their items', () => {
  expect(
    summary('BatchWriteItem', {
      RequestItems: { T: [{ PutRequest: { Item: key } }, { DeleteRequest: { Key: key } }] },
    }),
  ).toHaveLength(2);
  expect(summary('BatchGetItem', { RequestItems: { T: { Keys: [key] } } })).toEqual([
    ['dynamodb:BatchGetItem', 'T', undefined, 'read', ['a']],
  ]);
});

test('an operation that is not used is refused by name', () => {
  expect(() => touches('ExecuteStatement', {})).toThrow(/ExecuteStatement is not part of the embedded stack/);
});
