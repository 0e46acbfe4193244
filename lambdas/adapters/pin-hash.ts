import { scrypt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import type { PinKey } from './pin-key.ts';

/**
 * A PIN as kept: scrypt (RFC 7914), with its own salt and the cost it was made with, over what the PIN key makes of it. Binary
 * parts are base64. Whoever has the table alone can try no PIN at all; whoever may use the key pays for each try.
 */
export const pinHashShape = lazily(() =>
  z.strictObject({
    salt: z.string(),
    hash: z.string(),
    N: z.int().min(2 ** 10),
    r: z.int(),
    p: z.int(),
  }),
);
export type PinHash = z.infer<ReturnType<typeof pinHashShape>>;

export type PinCost = Pick<PinHash, 'N' | 'r' | 'p'>;

/** 128 × N × r bytes: 64 MiB a try. */
export const PIN_COST: PinCost = { N: 2 ** 16, r: 8, p: 1 };
const BYTES = 32;
/** The 64 MiB, and as much again for what scrypt keeps beside them. */
const MOST_MEMORY = 128 * 1024 * 1024;

/** Stands in for staff that do not exist, so that an unknown id takes as long as a wrong PIN. */
export const NOBODY: PinHash = {
  salt: Buffer.alloc(16).toString('base64'),
  hash: Buffer.alloc(BYTES).toString('base64'),
  ...PIN_COST,
};

/** Somebody's PIN, as typed. */
export interface TypedPin {
  readonly id: string;
  readonly pin: string;
}

export async function hashPin(key: PinKey, typed: TypedPin, salt: Uint8Array, cost: PinCost): Promise<PinHash> {
  const hash = await derive(await key.macOf(typed), salt, cost);
  return { salt: Buffer.from(salt).toString('base64'), hash: hash.toString('base64'), ...cost };
}

export async function isPin(key: PinKey, typed: TypedPin, { salt, hash, N, r, p }: PinHash): Promise<boolean> {
  const derived = await derive(await key.macOf(typed), Buffer.from(salt, 'base64'), { N, r, p });
  return timingSafeEqual(derived, Buffer.from(hash, 'base64'));
}

let known: Map<string, Promise<Buffer>> | undefined;

/**
 * From here on nothing is derived twice. For simulations, where two dozen people sign a hundred thousand times: everywhere else
 * each try costs what it should.
 */
export function deriveOnce(): void {
  known ??= new Map();
}

function derive(mac: Uint8Array, salt: Uint8Array, cost: PinCost): Promise<Buffer> {
  if (known === undefined) return scrypted(mac, salt, cost);
  const what = JSON.stringify([[...mac], [...salt], cost]);
  const before = known.get(what);
  if (before !== undefined) return before;
  const derived = scrypted(mac, salt, cost);
  known.set(what, derived);
  // What failed once, as for want of memory, may be done later.
  derived.catch(() => known?.delete(what));
  return derived;
}

const scrypted = (mac: Uint8Array, salt: Uint8Array, cost: PinCost): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(mac, salt, BYTES, { ...cost, maxmem: MOST_MEMORY }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    ),
  );
