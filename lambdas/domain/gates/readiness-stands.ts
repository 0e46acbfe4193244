import * as z from 'zod';
import { readinessConfirmed, readinessFault } from '../journey/readiness.ts';
import { instant, minuteOf } from '../time.ts';
import { closed, type Gate, OPEN, unknown } from './gate.ts';

const collected = z.object({ startedAt: instant });

/** The readiness confirmed is about this collection: its slot stands as it did, and it is not too old for it. */
export const readinessStands: Gate = {
  name: 'readiness-stands',
  class: 'never',
  byTime: true,
  judge: ({ state, evidence, now }) => {
    const confirmed = readinessConfirmed(state);
    if (confirmed === undefined) return unknown('No readiness is recorded.');
    const took = collected.safeParse(evidence);
    if (took.success && minuteOf(took.data.startedAt) < minuteOf(confirmed.at)) {
      return closed(
        `The collection began ${took.data.startedAt}, before its readiness was confirmed (${confirmed.at}).`,
      );
    }
    const fault = readinessFault(state, took.success ? took.data.startedAt : now);
    return fault === undefined ? OPEN : closed(fault);
  },
};
