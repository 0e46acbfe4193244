import { hash, randomBytes } from 'node:crypto';

/** Random bytes and numbers; with a seed the same ones in each run. */
export interface Randomness {
  bytes(count: number): Uint8Array;
  /** From 0 (inclusive) to 1 (exclusive). */
  number(): number;
}

/** A source for `name`; each name has its own sequence, so that one function's draws do not shift another's. */
export function randomness(seed: number | undefined, name: string): Randomness {
  const bytes = seed === undefined ? (count: number) => new Uint8Array(randomBytes(count)) : seeded(seed, name);
  let spare: DataView = new DataView(new ArrayBuffer(0));
  let at = 0;
  return {
    bytes,
    number: () => {
      if (at >= spare.byteLength) [spare, at] = [new DataView(bytes(32).buffer), 0];
      at += 4;
      return spare.getUint32(at - 4) / 2 ** 32;
    },
  };
}

function seeded(seed: number, name: string): (count: number) => Uint8Array {
  let block = 0;
  return (count) => {
    const bytes = new Uint8Array(count);
    for (let at = 0; at < count; at += 32) {
      block += 1;
      bytes.set(hash('sha256', `${seed}/${name}/${block}`, 'buffer').subarray(0, count - at), at);
    }
    return bytes;
  };
}
