import { BatchGetItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemsAt } from '../../lambdas/adapters/batch-get.ts';
import { toItem } from '../../lambdas/adapters/items.ts';
import { TransientFault } from '../../lambdas/domain/faults.ts';
import { backends, type TestDynamo } from '../support/dynamodb.ts';
import { type FakeAws, fakeAws } from '../support/fake-aws.ts';

const keyOf = (number: number) => ({ pk: `P#${number}`, sk: 'ITEM' });

describe.each(backends)('many items by their keys, $name', ({ start }) => {
  let dynamo: TestDynamo;
  let table: string;
  beforeAll(async () => {
    dynamo = await start();
    table = (await dynamo.tables()).journeys;
    for (let number = 0; number < 120; number += 1) {
      await dynamo.client.send(new PutItemCommand({ TableName: table, Item: toItem({ ...keyOf(number), number }) }));
    }
  });
  afterAll(() => dynamo.stop());

  const numbersAt = async (...numbers: readonly number[]) =>
    (await itemsAt({ client: dynamo.client, table }, 'Test', numbers.map(keyOf), 'whole')).map(
      ({ number }) => number?.N,
    );

  it('come in the order of the keys, each once, and nothing where there is none', async () => {
    expect(await numbersAt(7, 999, 3, 7)).toEqual(['7', '3']);
    expect(await numbersAt()).toEqual([]);
  });

  it('are more than one request takes', async () => {
    const all = Array.from({ length: 120 }, (_, number) => number);
    expect(await numbersAt(...all)).toEqual(all.map(String));
  });

  it('say that they are there, by their keys', async () => {
    expect(await itemsAt({ client: dynamo.client, table }, 'Test', [keyOf(5)], 'keys')).toEqual([
      { pk: { S: 'P#5' }, sk: { S: 'ITEM' } },
    ]);
  });
});

describe.each(backends)('what the database refuses, $name', ({ start }) => {
  let dynamo: TestDynamo;
  beforeAll(async () => {
    dynamo = await start();
  });
  afterAll(() => dynamo.stop());

  it.each([
    ['more than a hundred keys', Array.from({ length: 101 }, (_, number) => keyOf(number))],
    ['one key twice', [keyOf(1), keyOf(1)]],
  ])('is %s', async (_, keys) => {
    const { journeys } = await dynamo.tables();
    const asked = new BatchGetItemCommand({ RequestItems: { [journeys]: { Keys: keys.map((key) => toItem(key)) } } });
    await expect(dynamo.client.send(asked)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('a table that is busy', () => {
  let aws: FakeAws;
  let client: DynamoDBClient;
  beforeAll(async () => {
    aws = await fakeAws();
    client = new DynamoDBClient(aws.options);
  });
  afterAll(() => aws.stop());

  const left = { UnprocessedKeys: { T: { Keys: [toItem(keyOf(2))] } } };

  it('is asked again for what it left over', async () => {
    let asked = 0;
    aws.answer(() => {
      asked += 1;
      return asked === 1
        ? { body: { Responses: { T: [toItem(keyOf(1))] }, ...left } }
        : { body: { Responses: { T: [toItem(keyOf(2))] }, UnprocessedKeys: {} } };
    });
    expect(await itemsAt({ client, table: 'T' }, 'Test', [keyOf(1), keyOf(2)], 'whole')).toHaveLength(2);
    expect(asked).toBe(2);
  });

  it('that never gives them can be tried later', async () => {
    aws.answer(() => ({ body: { Responses: {}, ...left } }));
    await expect(itemsAt({ client, table: 'T' }, 'Test', [keyOf(2)], 'whole')).rejects.toBeInstanceOf(TransientFault);
  });
});
