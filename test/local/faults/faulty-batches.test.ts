import { expect, test } from 'vitest';
import type { StreamRecord } from '../../../local/aws/stream-source.ts';
import { parseFaults } from '../../../local/faults/fault-plan.ts';
import { Faults } from '../../../local/faults/faults.ts';
import { FaultyBatches } from '../../../local/faults/faulty-batches.ts';

const record = (sequence: string): StreamRecord =>
  ({ dynamodb: { SequenceNumber: sequence } }) as unknown as StreamRecord;
const batch = ['1', '2', '3'].map(record);
const batchesWith = (stream: Readonly<Record<string, number>>): FaultyBatches =>
  new FaultyBatches(new Faults(parseFaults({ seed: 1, stream })));

test('without faults a batch is delivered once, as it is', () => {
  expect(batchesWith({}).deliveries(batch)).toEqual([{ afterMs: 0, inOrder: true, records: batch }]);
});

test('in reverse, nothing is marked as taken before all is', () => {
  expect(batchesWith({ reversed: 1 }).deliveries(batch)).toEqual([
    { afterMs: 0, inOrder: false, records: batch.toReversed() },
  ]);
});

test('a record that crashes does so in every batch it is in, and no other does', () => {
  const batches = batchesWith({ crashing: 1 });
  batches.deliveries([record('1')]);
  expect([batches.crash(batch), batches.crash([record('1')]), batches.crash([record('2')])]).toEqual([
    true,
    true,
    false,
  ]);
});
