import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jitterFrom, transact } from '../../lambdas/adapters/transact.ts';
import { TransientFault } from '../../lambdas/domain/faults.ts';
import { type FakeAws, fakeAws } from '../support/fake-aws.ts';

describe('a transaction', () => {
  let aws: FakeAws;
  let client: DynamoDBClient;
  beforeAll(async () => {
    aws = await fakeAws();
    client = new DynamoDBClient(aws.options);
  });
  afterAll(() => aws.stop());

  const cancelled = (...codes: string[]) => {
    aws.answer(() => ({
      error: 'TransactionCanceledException',
      body: { CancellationReasons: codes.map((Code) => ({ Code })) },
    }));
    return transact(client, 'Test', [], () => 0);
  };

  it.each([
    ['a condition did not hold', ['None', 'ConditionalCheckFailed']],
    ['another transaction was writing the same item', ['TransactionConflict', 'None']],
    ['both', ['TransactionConflict', 'ConditionalCheckFailed']],
  ])('is a conflict when %s', async (_, codes) => {
    expect(await cancelled(...codes)).toBe('conflict');
    expect(aws.calls).toHaveLength(1);
  });

  it('may be repeated when the table was too busy', async () => {
    await expect(cancelled('ThrottlingError')).rejects.toBeInstanceOf(TransientFault);
    await expect(cancelled('None', 'ProvisionedThroughputExceeded')).rejects.toBeInstanceOf(TransientFault);
    aws.answer(() => ({ error: 'TransactionInProgressException' }));
    await expect(transact(client, 'Test', [], () => 0)).rejects.toBeInstanceOf(TransientFault);
  });

  it('is broken, by name, for any other reason', async () => {
    await expect(cancelled('ValidationError')).rejects.toThrow('Test: the transaction was cancelled: ValidationError');
    await expect(cancelled()).rejects.toThrow(/no reason given/);
    aws.answer(() => ({ error: 'AccessDeniedException' }));
    await expect(transact(client, 'Test', [], () => 0)).rejects.toThrow(/Test: AccessDeniedException/);
  });

  it('that lost a race pauses for a share of the longest pause', () => {
    expect(jitterFrom(() => Uint8Array.of(255))()).toBe(1);
    expect(jitterFrom(() => Uint8Array.of(0))()).toBe(0);
  });
});
