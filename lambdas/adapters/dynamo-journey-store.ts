import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { CorruptionFault, Fault } from '../domain/faults.ts';
import { apply } from '../domain/journey/apply.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import type { Commit, JourneyStore, StoredJourney } from '../domain/ports.ts';
import { writeOf } from './alongside.ts';
import { calling } from './aws-errors.ts';
import { claimItems, isClaimedElsewhere } from './claim-items.ts';
import { dynamoEffects } from './dynamo-effects.ts';
import { dynamoWorklist } from './dynamo-worklist.ts';
import { type Item, type TableAccess, toKey } from './items.ts';
import { journeyCache, type Known, noteWritten } from './journey-cache.ts';
import { itemsOf, readEvent, readHead } from './journey-items.ts';
import { dynamoLogPacks, packable } from './log-packs.ts';
import { allItems } from './query.ts';
import { EVENTS_FROM, eventKey, headKey, journeyPk } from './table-keys.ts';
import { jitterFrom, transact } from './transact.ts';

export interface JourneyStoreOptions extends TableAccess {
  /** Spreads those who lost a race. */
  randomBytes(count: number): Uint8Array;
}

/** A query is no snapshot: a commit can fall between its items. So often it is read again before that is a fault. */
const READS = 5;

/** The log on DynamoDB, table Journeys. */
export function dynamoJourneyStore({ client, table, randomBytes }: JourneyStoreOptions): JourneyStore {
  const jitter = jitterFrom(randomBytes);
  const cache = journeyCache();
  const packs = dynamoLogPacks({ client, table });
  const packNew = async ({ journeyId, expected, events }: Commit): Promise<void> => {
    const known = expected === 0 ? undefined : cache.recall(journeyId);
    const before = known?.events ?? [];
    if (events[0]?.seq !== before.length + 1) return;
    const packed = known?.packed ?? before.length;
    try {
      await packs.add(journeyId, [...before, ...events], packed);
      if (known?.packed !== undefined) cache.keep(journeyId, { ...known, packed: undefined });
    } catch (error) {
      // The commit stands, whatever the table said to its copy; what is not packed is read event by event, and packed later.
      if (!(error instanceof Fault)) throw error;
      if (known !== undefined) cache.keep(journeyId, { ...known, packed });
    }
  };
  return {
    ...dynamoEffects({ client, table }, jitter),
    ...dynamoWorklist({ client, table }),

    async load(journeyId, { asStored } = { asStored: false }) {
      let why = '';
      for (let reads = 0; reads < READS; reads += 1) {
        const warm = asStored ? undefined : cache.recall(journeyId);
        const known = warm ?? (!asStored && reads === 0 ? await packs.recall(journeyId) : undefined);
        const items = await logOf(client, table, journeyId, known);
        if (items.length === 0 && known === undefined) return undefined;
        const stored = journeyOf(journeyId, items, known);
        if (typeof stored !== 'string') {
          if (asStored) return stored;
          const found = warm !== undefined ? warm.packed : (known?.events.length ?? 0);
          cache.keep(journeyId, { ...stored, packed: fewer(found, stored) });
          return stored;
        }
        cache.forget(journeyId);
        why = stored;
      }
      throw new CorruptionFault(`Journey ${journeyId}: ${why}. Verify its chain before anybody signs.`);
    },

    async commit(commit) {
      const last = lastOf(commit) ?? (await headOf(client, table, commit));
      if (last === 'conflict') return 'conflict';
      const items = [
        ...itemsOf(table, commit, last),
        ...claimItems(table, commit),
        ...(commit.alongside ?? []).map(writeOf),
      ];
      const result = await transact(
        client,
        `Journey ${commit.journeyId}: commit ${commit.expected + 1}`,
        items,
        jitter,
      );
      if (result === 'done') {
        await packNew(commit);
        noteWritten(commit);
      }
      return result === 'conflict' && (await isClaimedElsewhere(client, table, commit)) ? 'claimed' : result;
    },
  };
}

const lastOf = ({ events }: Commit): { seq: number; hash: string } | undefined => {
  const last = events.at(-1);
  return last === undefined ? undefined : { seq: last.seq, hash: last.hash };
};

/** How many events are packed, where a kill or the table kept back a pack that could be there. */
const fewer = (packed: number | undefined, { events }: StoredJourney): number | undefined =>
  packed !== undefined && packed < packable(events.length) ? packed : undefined;

/** A commit without events leaves the head of the chain where it is. */
async function headOf(
  client: DynamoDBClient,
  table: string,
  { journeyId, expected }: Commit,
): Promise<{ seq: number; hash: string } | 'conflict'> {
  if (expected === 0) throw new Fault(`Journey ${journeyId}: a new journey without events, expected journey.opened`);
  const { Item: item } = await calling('Read head', () =>
    client.send(new GetItemCommand({ TableName: table, Key: toKey(headKey(journeyId)), ConsistentRead: true })),
  );
  if (item === undefined) return 'conflict';
  const head = readHead(item);
  return head.revision === expected ? { seq: head.seq, hash: head.head } : 'conflict';
}

/** The head, and the events that are not known yet. */
const logOf = (client: DynamoDBClient, table: string, journeyId: string, known: Known | undefined): Promise<Item[]> =>
  allItems(client, 'Read journey', {
    TableName: table,
    KeyConditionExpression: 'pk = :pk AND sk >= :events',
    ExpressionAttributeValues: {
      ':pk': { S: journeyPk(journeyId) },
      ':events': { S: known === undefined ? EVENTS_FROM : eventKey(journeyId, known.events.length + 1).sk },
    },
    ConsistentRead: true,
  });

/** The journey, or in words why head and log do not belong together. */
function journeyOf(journeyId: string, items: readonly Item[], known: Known | undefined): StoredJourney | string {
  const at = items.findIndex(({ sk }) => sk?.S === headKey(journeyId).sk);
  const item = items[at];
  if (item === undefined) return 'the log has no head';
  const head = readHead(item);
  const fresh = items.filter((_, index) => index !== at).map(readEvent);
  if (known !== undefined && fresh[0] !== undefined && fresh[0].prev !== known.head)
    return 'the log is another than before';
  const events = known === undefined ? fresh : [...known.events, ...fresh];
  const last = events.at(-1);
  if (last === undefined) return `expected ${head.seq} events, got none`;
  if (events.length !== head.seq || last.seq !== head.seq) {
    return `expected ${head.seq} events, got ${events.length} up to seq ${last.seq}`;
  }
  if (last.hash !== head.head) return `expected head ${head.head}, got ${last.hash}`;
  const state = fresh.reduce<JourneyState | undefined>(apply, known?.state);
  if (state === undefined) return 'the log does not begin with journey.opened';
  return { events, state, head: head.head, revision: head.revision, bindings: head.bindings };
}
