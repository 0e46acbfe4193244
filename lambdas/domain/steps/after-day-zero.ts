import { dayZero } from '../journey/product.ts';
import type { JourneyState } from '../journey/state.ts';
import type { Refusal } from '../outcome.ts';
import { startOfDay, startOfPrintedDay } from '../time.ts';

/** A visit that follows day 0 cannot have been before it, nor an attempt to reach the patient for one, nor the death of who was given the product. */
export function afterDayZero(state: JourneyState, day: string, field: string): Refusal | null {
  const zero = dayZero(state);
  if (zero === undefined) return null;
  const first = startOfDay(zero, state.site.zone);
  return startOfPrintedDay(day, state.site.zone) >= first
    ? null
    : {
        code: 'invalid',
        message: `${field}: got ${day}, expected not before day 0 (${first})`,
        detail: { path: `evidence.${field}`, problem: 'before-day-zero' },
      };
}
