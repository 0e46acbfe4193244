import { expect, test } from 'vitest';
import { capacityIn, counting } from '../../../local/aws/dynamodb-capacity.ts';

const answer = (body: unknown, status = 200) => ({ status, headers: {}, body: JSON.stringify(body) });

test('a request is the same, and asks what it consumes', () => {
  const body = { TableName: 'T', Item: { pk: { S: 'naïve' } } };
  const asked = JSON.parse(counting(Buffer.from(JSON.stringify(body))).toString());
  expect(asked).toEqual({ ReturnConsumedCapacity: 'TOTAL', ...body });
});

test('units of one table, of several, and none where the answer says nothing', () => {
  const one = { ConsumedCapacity: { TableName: 'T', CapacityUnits: 0.5 }, Items: [] };
  expect(capacityIn(answer(one), 0)).toBe(0.5);
  const two = {
    ConsumedCapacity: [
      { CapacityUnits: 9, WriteCapacityUnits: 9 },
      { CapacityUnits: 4, WriteCapacityUnits: 4 },
    ],
  };
  expect(capacityIn(answer(two), 2)).toBe(13);
  expect(capacityIn(answer({}), 1)).toBe(0);
});

test('what an item says is not what was consumed', () => {
  const text = '"ConsumedCapacity":{"CapacityUnits":7}';
  const body = { ConsumedCapacity: { CapacityUnits: 1 }, Item: { note: { S: text } } };
  expect(capacityIn(answer(body), 0)).toBe(1);
});

test('a refused condition costs what it would have written, a malformed request nothing', () => {
  expect(capacityIn(answer({ __type: 'x#TransactionCanceledException' }, 400), 3)).toBe(6);
  expect(capacityIn(answer({ __type: 'x#ConditionalCheckFailedException' }, 400), 1)).toBe(1);
  expect(capacityIn(answer({ __type: 'x#ValidationException' }, 400), 1)).toBe(0);
});
