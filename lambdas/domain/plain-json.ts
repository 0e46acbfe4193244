import * as z from 'zod';

/** A key that JSON can carry, that no value of ours has, and that parsers drop in silence. */
const FOREIGN = '__proto__';
/** No value of ours comes near it; what goes deeper is meant to exhaust whoever walks it. */
const DEEPEST = 32;

function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= DEEPEST) return false;
  return !Object.hasOwn(value, FOREIGN) && Object.values(value).every((inner) => isPlain(inner, depth + 1));
}

/** Parsed JSON before its schema proper, which would not see the key, and would walk down any depth. */
export const plainJson = z
  .unknown()
  .refine((value) => isPlain(value), { error: `expected no key ${FOREIGN} and at most ${DEEPEST} levels` });
