import { dynamoJourneyStore } from '../../lambdas/adapters/dynamo-journey-store.ts';
import { startDynoxide } from '../support/dynamodb.ts';
import { holding, opening, randomBytes } from '../support/journeys.ts';
import { medianOf, timesOf } from './measure.ts';

export interface Growth {
  readonly journeys: number;
  /** Median milliseconds to read a journey for the first time, and to write to it. */
  readonly readMs: number;
  readonly writeMs: number;
  /** Milliseconds of the list of all that are open, for each journey. */
  readonly listMs: number;
}

const PROBES = 60;

/** Whether it matters to one journey how many others there are: the same work with 10, 100, 1 000 … of them. */
export async function growth(sizes: readonly number[]): Promise<readonly Growth[]> {
  const dynamo = await startDynoxide();
  try {
    const { journeys: table } = await dynamo.tables();
    const fresh = () => dynamoJourneyStore({ client: dynamo.client, table, randomBytes });
    const ids: string[] = [];
    const writer = fresh();
    const rows: Growth[] = [];
    for (const size of sizes) {
      while (ids.length < size) {
        const commit = opening();
        await writer.commit(commit);
        ids.push(commit.journeyId);
      }
      const idAt = (index: number): string => ids[(index * 7919) % ids.length] ?? '';
      const read = await timesOf(PROBES, (index) => fresh().load(idAt(index)));
      const store = fresh();
      const write = await timesOf(PROBES, async (index) => {
        const stored = await store.load(idAt(index));
        if (stored !== undefined) await store.commit(holding(stored, 'bench'));
      });
      const [list = Number.NaN] = await timesOf(1, () => listAll(store));
      rows.push({ journeys: size, readMs: medianOf(read), writeMs: medianOf(write), listMs: list / size });
    }
    return rows;
  } finally {
    await dynamo.stop();
  }
}

async function listAll(store: ReturnType<typeof dynamoJourneyStore>): Promise<void> {
  let from: string | undefined;
  do {
    const page = await store.list({ open: true, limit: 100, ...(from === undefined ? {} : { from }) });
    from = page.next;
  } while (from !== undefined);
}
