import type { DynamoDBRecord } from 'aws-lambda';
import { expect, test, vi } from 'vitest';
import { Fault, TransientFault } from '../../lambdas/domain/faults.ts';
import { streamHandler } from '../../lambdas/middleware/stream-handler.ts';

const clock = { now: () => '2030-01-01T00:00:00.000Z', refresh: async () => undefined };

/** Which of four records were tried, and which are reported, when some of them fail. */
async function handled(failing: Readonly<Record<string, Error>>) {
  const tried: string[] = [];
  const handler = streamHandler(clock, async ({ dynamodb }) => {
    const number = dynamodb?.SequenceNumber ?? '';
    tried.push(number);
    if (failing[number] !== undefined) throw failing[number];
  });
  const Records: DynamoDBRecord[] = ['1', '2', '3', '4'].map((SequenceNumber) => ({ dynamodb: { SequenceNumber } }));
  const spy = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const { batchItemFailures } = await handler({ Records }, {} as never);
    return { tried, reported: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
  } finally {
    spy.mockRestore();
  }
}

test('records behind one that fails for a while are tried as well: Lambda gives them up together', async () => {
  expect(await handled({ 1: new TransientFault('busy'), 3: new TransientFault('busy') })).toEqual({
    tried: ['1', '2', '3', '4'],
    reported: ['1', '3'],
  });
});

test('one that fails for good is not repeated', async () => {
  expect(await handled({ 2: new Fault('refused') })).toEqual({ tried: ['1', '2', '3', '4'], reported: [] });
});
