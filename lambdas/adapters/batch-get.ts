import { setTimeout as pause } from 'node:timers/promises';
import { BatchGetItemCommand, type DynamoDBClient, type KeysAndAttributes } from '@aws-sdk/client-dynamodb';
import { TransientFault } from '../domain/faults.ts';
import { calling } from './aws-errors.ts';
import { type Item, type TableAccess, toKey } from './items.ts';
import type { Key } from './table-keys.ts';

/** DynamoDB takes at most so many keys in one request. */
const MOST_KEYS = 100;
/** So often it is asked for what it left over; the pauses between add up to half a second or so. */
const TRIES = 5;
const FIRST_PAUSE_MS = 40;

/**
 * The items at these keys, in the order of the keys; where there is none, nothing. One request for a hundred of them.
 *
 * @param wanted `whole` as they stand now; `keys` alone, for who asks whether they are there and bears one that was written just now to be missing
 * @throws TransientFault while the table is too busy to give all of them
 */
export async function itemsAt(
  { client, table }: TableAccess,
  what: string,
  keys: readonly Key[],
  wanted: 'whole' | 'keys',
): Promise<readonly Item[]> {
  const byName = new Map(keys.map((key) => [nameOf(key.pk, key.sk), key]));
  const found = new Map<string, Item>();
  for (const chunk of chunksOf([...byName.values()])) {
    const asked: KeysAndAttributes = {
      Keys: chunk.map(toKey),
      ...(wanted === 'whole' ? { ConsistentRead: true } : { ProjectionExpression: 'pk, sk' }),
    };
    for (const item of await batch(client, what, table, asked)) found.set(nameOf(item.pk?.S, item.sk?.S), item);
  }
  return [...byName.keys()].map((name) => found.get(name)).filter((item) => item !== undefined);
}

/** Asks again for what was left over, which a busy table does instead of refusing. */
async function batch(
  client: DynamoDBClient,
  what: string,
  table: string,
  asked: KeysAndAttributes,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  const of = asked.Keys?.length ?? 0;
  let left: KeysAndAttributes | undefined = asked;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await pause(FIRST_PAUSE_MS * 2 ** (tries - 1));
    const rest: KeysAndAttributes = left;
    const { Responses, UnprocessedKeys } = await calling(what, () =>
      client.send(new BatchGetItemCommand({ RequestItems: { [table]: rest } })),
    );
    items.push(...(Responses?.[table] ?? []));
    left = UnprocessedKeys?.[table];
    if (left === undefined) return items;
  }
  throw new TransientFault(
    `${what}: got ${of - (left?.Keys?.length ?? of)} of ${of} items in ${TRIES} requests, expected all; the table is busy, try again`,
  );
}

const nameOf = (pk: string | undefined, sk: string | undefined): string => `${pk}\n${sk}`;

const chunksOf = (keys: readonly Key[]): readonly (readonly Key[])[] =>
  Array.from({ length: Math.ceil(keys.length / MOST_KEYS) }, (_, at) =>
    keys.slice(at * MOST_KEYS, (at + 1) * MOST_KEYS),
  );
