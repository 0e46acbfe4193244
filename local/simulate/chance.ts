import { createHash } from 'node:crypto';
import { BASE_RATES, type RateName } from './base-rates.ts';

/** Draws of one course. A draw depends on its name alone, never on how many were made before it. */
export interface Chance {
  /** From 0 (inclusive) to 1 (exclusive). */
  draw(name: string): number;
  happens(rate: RateName, when: string): boolean;
  /** A waiting time with this mean, without memory. */
  waiting(mean: number, name: string): number;
}

export function chanceOf(seed: number, course: string): Chance {
  const draw = (name: string): number =>
    createHash('sha256').update(`${seed}/${course}/${name}`).digest().readUInt32BE(0) / 2 ** 32;
  return {
    draw,
    happens: (rate, when) => draw(`${rate}/${when}`) < BASE_RATES[rate].value,
    waiting: (mean, name) => -Math.log(1 - draw(name)) * mean,
  };
}
