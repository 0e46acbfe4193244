import { scrypt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

/** A PIN as kept: scrypt (RFC 7914) with its own salt and the cost it was made with. Binary parts are base64. */
export const pinHashShape = z.strictObject({
  salt: z.string(),
  hash: z.string(),
  N: z.int().min(2 ** 10),
  r: z.int(),
  p: z.int(),
});
export type PinHash = z.infer<typeof pinHashShape>;

export type PinCost = Pick<PinHash, 'N' | 'r' | 'p'>;

/** 16 MiB and about 40 ms a try: what a person does not feel and somebody who guesses does. */
export const PIN_COST: PinCost = { N: 2 ** 14, r: 8, p: 1 };
const BYTES = 32;

/** Stands in for staff that do not exist, so that an unknown id takes as long as a wrong PIN. */
export const NOBODY: PinHash = {
  salt: Buffer.alloc(16).toString('base64'),
  hash: Buffer.alloc(BYTES).toString('base64'),
  ...PIN_COST,
};

export async function hashPin(pin: string, salt: Uint8Array, cost: PinCost): Promise<PinHash> {
  const hash = await derive(pin, salt, cost);
  return { salt: Buffer.from(salt).toString('base64'), hash: hash.toString('base64'), ...cost };
}

export async function isPin(pin: string, { salt, hash, N, r, p }: PinHash): Promise<boolean> {
  return timingSafeEqual(await derive(pin, Buffer.from(salt, 'base64'), { N, r, p }), Buffer.from(hash, 'base64'));
}

const derive = (pin: string, salt: Uint8Array, cost: PinCost): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(pin.normalize('NFKC'), salt, BYTES, { ...cost, maxmem: 64 * 1024 * 1024 }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    ),
  );
