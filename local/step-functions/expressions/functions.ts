import { createHash } from 'node:crypto';
import jsonata from 'jsonata';
import type { Clock } from '../ports.ts';

const hashNames: { [algorithm: string]: string } = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

const formatMillis = jsonata('$fromMillis($millis, $picture, $zone)');

/** Names of the functions Step Functions adds to JSONata. */
export const serviceFunctionNames = ['partition', 'range', 'hash', 'random', 'uuid', 'parse'] as const;

/**
 * The functions Step Functions adds to JSONata (or changes in it), and the time functions on the given clock.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 * `$eval` is bound to nothing: the service does not have it.
 */
export function serviceFunctions(clock: Clock, random: () => number): { [name: string]: unknown } {
  return {
    partition,
    range,
    hash,
    parse: (text: unknown) => (text === undefined ? undefined : JSON.parse(String(text))),
    random: (seed?: number) => (seed === undefined ? random() : seeded(seed)),
    uuid: () => uuid(random),
    millis: () => clock.now(),
    now: (picture?: string, zone?: string) =>
      picture === undefined
        ? new Date(clock.now()).toISOString()
        : formatMillis.evaluate(undefined, { millis: clock.now(), picture, zone }),
    eval: undefined,
  };
}

/** A version 4 UUID from a source of numbers in [0, 1). */
export function uuid(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
  hex[12] = '4';
  hex[16] = (8 + Math.floor(random() * 4)).toString(16);
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function partition(items: unknown, size: number): unknown[][] | undefined {
  if (items === undefined) return undefined;
  if (!Number.isInteger(size) || size < 1)
    throw new RangeError(`$partition: expected a whole size above 0, got ${size}`);
  const list = Array.isArray(items) ? items : [items];
  return Array.from({ length: Math.ceil(list.length / size) }, (_, part) => list.slice(part * size, (part + 1) * size));
}

function range(first: number, last: number, step: number): number[] {
  if (!Number.isFinite(step) || step === 0) throw new RangeError(`$range: expected a step other than 0, got ${step}`);
  const values: number[] = [];
  for (let value = first; step > 0 ? value <= last : value >= last; value += step) values.push(value);
  return values;
}

function hash(text: string | undefined, algorithm: string): string | undefined {
  if (text === undefined) return undefined;
  const name = hashNames[algorithm];
  if (name === undefined) {
    throw new RangeError(`$hash: expected one of ${Object.keys(hashNames).join(', ')}, got ${algorithm}`);
  }
  return createHash(name).update(String(text)).digest('hex');
}

/** One repeatable number per seed (mulberry32); the service promises repeatability, not this sequence. */
function seeded(seed: number): number {
  let mixed = (Math.trunc(seed) + 0x6d2b79f5) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
