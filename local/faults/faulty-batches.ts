import type { StreamRecord } from '../aws/stream-source.ts';
import type { Faults } from './faults.ts';

/** The longest that a batch is kept back, in milliseconds: less than what alarms and the sweep take for lost. */
const LONGEST_DELAY_MS = 20 * 60_000;

/** One delivery of a batch: how long it is kept back, and what is in it. */
export interface Delivery {
  readonly afterMs: number;
  /** False: no record of it may be marked as taken before all are. */
  readonly inOrder: boolean;
  readonly records: readonly StreamRecord[];
}

/** How the records of one batch reach the function, and which of them it can never take. */
export class FaultyBatches {
  readonly #faults: Faults;
  readonly #crashing = new Set<string>();

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /** Usually one delivery of just this batch. */
  deliveries(batch: readonly StreamRecord[]): readonly Delivery[] {
    const faults = this.#faults;
    const { repeated, delayed, reversed, crashing, foreign } = faults.plan.stream;
    for (const { dynamodb } of batch) {
      if (faults.hits('stream/crashing', crashing)) this.#crashing.add(dynamodb.SequenceNumber);
    }
    const given = batch.flatMap((record) =>
      faults.hits('stream/foreign', foreign) ? [foreignLike(record), record] : [record],
    );
    const inOrder = !faults.hits('stream/reversed', reversed);
    const records = inOrder ? given : given.toReversed();
    const late = faults.hits('stream/delayed', delayed);
    const afterMs = late ? Math.ceil(faults.between('stream/delay', 1_000, LONGEST_DELAY_MS)) : 0;
    const first = { afterMs, inOrder, records };
    return faults.hits('stream/repeated', repeated) ? [first, { ...first, afterMs: 0 }] : [first];
  }

  /** Whether an invocation with these records ends in an error, whatever the function does. */
  crash(records: readonly StreamRecord[]): boolean {
    return records.some(({ dynamodb }) => this.#crashing.has(dynamodb.SequenceNumber));
  }
}

/** A record as somebody's hand in the table would make it: of our kind, without an effect in it. */
const foreignLike = (record: StreamRecord): StreamRecord => ({
  ...record,
  dynamodb: { ...record.dynamodb, NewImage: { entity: { S: 'EFFECT' } } },
});
