import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { verifyChain } from '../domain/audit/chain.ts';
import { canonicalText } from '../domain/audit/hash.ts';
import { type JourneyEvent, parseEvent } from '../domain/events/journey-event.ts';
import { fold } from '../domain/journey/apply.ts';
import { calling } from './aws-errors.ts';
import { type Item, readItem, type TableAccess, toItem } from './items.ts';
import type { Known } from './journey-cache.ts';
import { allItems } from './query.ts';
import { journeyPk, PACKS_FROM, packKey } from './table-keys.ts';

/** Events in one pack. */
export const PACKED = 32;

/** So many events of a log of this length can be in packs. */
export const packable = (length: number): number => Math.floor(length / PACKED) * PACKED;

const shape = z.strictObject({ events: z.instanceof(Uint8Array) });

/**
 * Copies of the log, many events in one small item: a function that meets a journey for the first time reads these and the
 * few events after them, at a tenth of the price of all. The events stay as they are; a pack that is missing, cannot be read,
 * or is not the chain that the head of the log ends, is not used.
 */
export interface LogPacks {
  /** As much of the log as is packed without a gap, each event with the hash it was written with. */
  recall(journeyId: string): Promise<Known | undefined>;
  /** Packs what is complete behind the first `packed` events of the whole log. */
  add(journeyId: string, log: readonly JourneyEvent[], packed: number): Promise<void>;
}

export const dynamoLogPacks = ({ client, table }: TableAccess): LogPacks => ({
  async recall(journeyId) {
    const packs = await allItems(client, 'Read packed events', {
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :packs)',
      // A pack is written once: one not seen yet is only missing.
      ExpressionAttributeValues: { ':pk': { S: journeyPk(journeyId) }, ':packs': { S: PACKS_FROM } },
    });
    const events: JourneyEvent[] = [];
    for (const pack of packs) {
      const packed = unpack(pack);
      if (packed === undefined) break;
      events.push(...packed);
    }
    // Whoever verifies the log reads its events, never these: what they hold must be proved here.
    const chain = verifyChain(events);
    const whole = chain.verified ? events : events.slice(0, chain.brokenAt - 1);
    const state = fold(whole);
    const last = whole.at(-1);
    return state === undefined || last === undefined ? undefined : { events: whole, state, head: last.hash };
  },

  async add(journeyId, log, packed) {
    for (let end = packable(packed) + PACKED; end <= log.length; end += PACKED) {
      await put(client, table, journeyId, log.slice(end - PACKED, end));
    }
  },
});

async function put(client: DynamoDBClient, table: string, journeyId: string, events: readonly JourneyEvent[]) {
  const item = toItem({ ...packKey(journeyId, events.at(-1)?.seq ?? 0), entity: 'PACK', events: pack(events) });
  await calling('Pack events', () => client.send(new PutItemCommand({ TableName: table, Item: item })));
}

const pack = (events: readonly JourneyEvent[]): Uint8Array =>
  new Uint8Array(deflateRawSync(`[${events.map(canonicalText).join(',')}]`, { level: 9 }));

/** Undefined for what cannot be read: the events themselves still can. */
function unpack(item: Item): readonly JourneyEvent[] | undefined {
  try {
    const text = inflateRawSync(readItem(shape, item).events).toString('utf8');
    return z.array(z.unknown()).parse(JSON.parse(text)).map(parseEvent);
  } catch {
    return undefined;
  }
}
