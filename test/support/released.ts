import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Item } from '../../lambdas/adapters/items.ts';
import type { Machine } from './redrawn-machines.ts';

/** Where releases are kept, one folder each (`npm run release:record`). */
export const RELEASED = fileURLToPath(new URL('../contract/released/', import.meta.url));

/** What a release left behind in the world: it runs, is stored and is sent on when the next one is deployed. */
export interface Released {
  readonly version: string;
  /** Every state machine by logical id. */
  readonly machines: Readonly<Record<string, Machine>>;
  /** The whole log of one journey, as it was stored. */
  readonly log: readonly unknown[];
  /** One event of every other form: of types, or with fields, that the log has not. */
  readonly events: readonly unknown[];
  /** One example of what passes between machines, schedules, rules and functions, by name. */
  readonly payloads: Readonly<Record<string, unknown>>;
  /** One item of every kind in the tables but the events. */
  readonly items: readonly StoredItem[];
}

/** An item of a table in the JSON of DynamoDB, with what is binary in base64. */
export type StoredItem = Readonly<Record<string, unknown>>;

export const asText = (item: Item): StoredItem =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      value.B === undefined ? value : { B: Buffer.from(value.B).toString('base64') },
    ]),
  );

/** The item again as the SDK gives it. */
export const asItem = (stored: StoredItem): Item =>
  Object.fromEntries(
    Object.entries(stored as Readonly<Record<string, { readonly B?: string }>>).map(([name, value]) => [
      name,
      value.B === undefined ? value : { B: new Uint8Array(Buffer.from(value.B, 'base64')) },
    ]),
  ) as Item;

export const releases = (): readonly Released[] =>
  existsSync(RELEASED) ? readdirSync(RELEASED).toSorted().map(released) : [];

export function released(version: string): Released {
  const read = (part: string): unknown => JSON.parse(readFileSync(`${RELEASED}${version}/${part}.json`, 'utf8'));
  return {
    version,
    machines: read('machines') as Released['machines'],
    log: read('log') as Released['log'],
    events: read('events') as Released['events'],
    payloads: read('payloads') as Released['payloads'],
    items: read('items') as Released['items'],
  };
}
