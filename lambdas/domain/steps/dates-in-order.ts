import type { Refusal } from '../outcome.ts';
import type { Instant } from '../time.ts';

/** A date as it is given: its path in the evidence, and undefined where it is left out. */
export type Given = readonly [path: string, at: Instant | undefined];

/** Each date given lies after the one before it; the first lies ahead. */
export function datesInOrder(dates: readonly Given[], now: Instant): Refusal | null {
  let before = now;
  for (const [path, at] of dates) {
    if (at === undefined) continue;
    if (at <= before) {
      return {
        code: 'invalid',
        message: `${path}: got ${at}, expected after ${before}`,
        detail: { path: `evidence.${path}`, problem: 'not-after-the-one-before' },
      };
    }
    before = at;
  }
  return null;
}
