import * as z from 'zod';
import { effectiveTime, latestDecision } from '../journey/state.ts';
import { instant, minuteOf } from '../time.ts';
import { closed, type Gate, OPEN, unknown } from './gate.ts';

const collected = z.object({ startedAt: instant });

/** The collection begins when patient, slot and device were found ready, which is after all it was ordered by. */
export const collectedWhenReady: Gate = {
  name: 'collected-when-ready',
  class: 'never',
  judge: ({ state, evidence }) => {
    const took = collected.safeParse(evidence);
    if (!took.success) return OPEN;
    const ready = latestDecision(state, 'Confirm readiness');
    if (ready === undefined) return unknown('No readiness was confirmed.');
    const { at } = effectiveTime(state, ready);
    return minuteOf(took.data.startedAt) >= minuteOf(at)
      ? OPEN
      : closed(`The collection began ${took.data.startedAt}, expected after its readiness was confirmed (${at}).`);
  },
};
