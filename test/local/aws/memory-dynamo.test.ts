import { expect, test } from 'vitest';
import { MemoryDynamo } from '../../../local/aws/memory-dynamo/memory-dynamo.ts';
import { readStream } from '../../../local/aws/memory-dynamo/memory-streams.ts';

const key = (AttributeName: string, KeyType: string) => ({ AttributeName, KeyType });
const TableName = 'T';
const item = (sk: string, more: Readonly<Record<string, unknown>> = {}) => ({ pk: { S: 'p' }, sk: { S: sk }, ...more });
const keyOf = (sk: string) => ({ TableName, Key: item(sk) });

function table(): MemoryDynamo {
  const dynamo = new MemoryDynamo();
  dynamo.do('CreateTable', {
    TableName,
    KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'due',
        KeySchema: [key('dpk', 'HASH'), key('dsk', 'RANGE')],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['name'] },
      },
    ],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
  });
  return dynamo;
}

const put = (dynamo: MemoryDynamo, sk: string, more: Readonly<Record<string, unknown>> = {}) =>
  dynamo.do('PutItem', { TableName, Item: item(sk, more) });
const get = (dynamo: MemoryDynamo, sk: string) => dynamo.do('GetItem', keyOf(sk)).Item;

test('an update sets, counts, appends, gathers and removes, and leaves what others hold as it was', () => {
  const dynamo = table();
  put(dynamo, 'a', { n: { N: '1' }, list: { L: [{ S: 'x' }] }, old: { S: 'o' } });
  const before = get(dynamo, 'a');
  dynamo.do('UpdateItem', {
    ...keyOf('a'),
    UpdateExpression:
      'SET n = if_not_exists(n, :none) + :one, list = list_append(list, :more), #name = :name REMOVE old ADD seen :who',
    ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(lock) OR lock <= :one)',
    ExpressionAttributeNames: { '#name': 'name' },
    ExpressionAttributeValues: {
      ':none': { N: '0' },
      ':one': { N: '1' },
      ':more': { L: [{ S: 'y' }] },
      ':name': { S: 'new' },
      ':who': { SS: ['me'] },
    },
  });
  expect(get(dynamo, 'a')).toEqual(
    item('a', { n: { N: '2' }, list: { L: [{ S: 'x' }, { S: 'y' }] }, name: { S: 'new' }, seen: { SS: ['me'] } }),
  );
  expect(before).toMatchObject({ n: { N: '1' }, old: { S: 'o' } });
});

test('a transaction of which one condition does not hold writes nothing and says which', () => {
  const dynamo = table();
  put(dynamo, 'a');
  const first = { TableName, ConditionExpression: 'attribute_not_exists(pk)' };
  const both = { TransactItems: [{ Put: { ...first, Item: item('b') } }, { Put: { ...first, Item: item('a') } }] };
  expect(() => dynamo.do('TransactWriteItems', both)).toThrow(
    expect.objectContaining({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }],
    }),
  );
  expect(get(dynamo, 'b')).toBeUndefined();
});

test('a condition reads into maps, and compares lists and maps as they are', () => {
  const dynamo = table();
  const list = { L: [{ M: { id: { S: 'x' } } }] };
  put(dynamo, 'a', { claim: { M: { event: { S: 'e1' } } }, list });
  const tried = (event: string, read: unknown): string => {
    try {
      dynamo.do('UpdateItem', {
        ...keyOf('a'),
        UpdateExpression: 'SET done = :event',
        ConditionExpression: 'claim.event = :event AND list = :read',
        ExpressionAttributeValues: { ':event': { S: event }, ':read': read },
      });
      return 'written';
    } catch (error) {
      return (error as Error).name;
    }
  };
  expect(tried('e2', list)).not.toBe('written');
  expect(tried('e1', { L: [] })).not.toBe('written');
  expect(tried('e1', structuredClone(list))).toBe('written');
  expect(() => dynamo.do('UpdateItem', { ...keyOf('a'), UpdateExpression: 'REMOVE claim.event' })).toThrow(
    /do not read/,
  );
});

test('a query begins at its range, ends with it, and goes on from where a page ended', () => {
  const dynamo = table();
  for (const sk of ['A#1', 'B#1', 'B#2', 'B#3', 'C#1']) put(dynamo, sk);
  const query = {
    TableName,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :b)',
    ExpressionAttributeValues: { ':pk': { S: 'p' }, ':b': { S: 'B#' } },
  };
  expect(dynamo.do('Query', query).Items).toEqual([item('B#1'), item('B#2'), item('B#3')]);
  const { Items, LastEvaluatedKey } = dynamo.do('Query', { ...query, Limit: 2 });
  expect(Items).toEqual([item('B#1'), item('B#2')]);
  const rest = dynamo.do('Query', { ...query, ExclusiveStartKey: LastEvaluatedKey });
  expect(rest).toEqual({ Items: [item('B#3')], Count: 1 });
});

test('an index follows its items, tells those of one key apart, and shows what it holds', () => {
  const dynamo = table();
  const due = (at: string, name: string) => ({
    dpk: { S: 'D' },
    dsk: { S: at },
    name: { S: name },
    more: { S: 'hidden' },
  });
  put(dynamo, 'a', due('2', 'one'));
  put(dynamo, 'b', due('1', 'two'));
  put(dynamo, 'c', due('1', 'three'));
  put(dynamo, 'a', due('0', 'moved'));
  dynamo.do('UpdateItem', { ...keyOf('c'), UpdateExpression: 'REMOVE dpk, dsk' });
  const { Items } = dynamo.do('Query', {
    TableName,
    IndexName: 'due',
    KeyConditionExpression: 'dpk = :d AND dsk < :until',
    ExpressionAttributeValues: { ':d': { S: 'D' }, ':until': { S: '2' } },
  });
  const { more: _more, ...moved } = due('0', 'moved');
  const { more: _other, ...second } = due('1', 'two');
  expect(Items).toEqual([item('a', moved), item('b', second)]);
});

test('the stream tells every write once, and forgets what was read', () => {
  const dynamo = table();
  put(dynamo, 'a');
  put(dynamo, 'a', { n: { N: '1' } });
  dynamo.do('DeleteItem', keyOf('a'));
  const { ShardIterator } = readStream(dynamo, 'GetShardIterator', { ShardId: TableName });
  const page = readStream(dynamo, 'GetRecords', { ShardIterator, Limit: 2 });
  expect(page.Records).toMatchObject([{ eventName: 'INSERT' }, { eventName: 'MODIFY' }]);
  const rest = readStream(dynamo, 'GetRecords', { ShardIterator: page.NextShardIterator, Limit: 2 });
  expect(rest.Records).toMatchObject([{ eventName: 'REMOVE', dynamodb: { Keys: item('a') } }]);
  expect(readStream(dynamo, 'GetRecords', { ShardIterator, Limit: 9 }).Records).toHaveLength(1);
});

test.each([
  ['an operation', () => table().do('Scan', { TableName })],
  ['a table', () => table().do('GetItem', { TableName: 'Other', Key: item('a') })],
  ['a function', () => table().do('PutItem', { TableName, Item: item('a'), ConditionExpression: 'size(sk) > :n' })],
  ['a clause', () => table().do('UpdateItem', { ...keyOf('a'), UpdateExpression: 'DELETE x :y' })],
])('%s that nobody taught them is refused', (_, act) => {
  expect(act).toThrow(/Scan|Requested resource not found|SIZE|size|\(|DELETE/);
});
