import { lastOpen, workingTimeOf } from '../calendar/working-time.ts';
import { type Instant, minus } from '../time.ts';
import { entriesOf } from './administration.ts';
import { movedSince } from './dates.ts';
import { collectionSlot } from './slots.ts';
import { effectiveTime, type JourneyState, latestDecision, stepKey } from './state.ts';

/** Readiness counts for a collection at most this long after it was confirmed (site default; clinical-pathway 1.D, S07). */
const COUNTS_FOR = 'PT72H';

/** From when readiness can be confirmed for a collection, by default in the slot as it stands: the last open moment before, where the site is closed. */
export function readinessNotBefore(
  state: JourneyState,
  collection: Instant | undefined = collectionSlot(state)?.from,
): Instant | undefined {
  return collection === undefined
    ? undefined
    : lastOpen(minus(collection, COUNTS_FOR, state.site.zone), workingTimeOf(state));
}

/** When readiness was confirmed last in the newest round, at its step or anew at the collection. */
export function readinessConfirmed(state: JourneyState): { readonly seq: number; readonly at: Instant } | undefined {
  const ready = latestDecision(state, 'Confirm readiness');
  if (ready?.decision !== 'ready') return undefined;
  const collection = state.steps[stepKey({ ...ready, step: 'Record apheresis' })];
  const newest = (collection === undefined ? [] : entriesOf(collection, 'ready-again')).at(-1) ?? ready;
  return { seq: newest.seq, at: effectiveTime(state, newest).at };
}

/** Why the readiness confirmed does not count for a collection that begins then; undefined while it does, or none was confirmed. */
export function readinessFault(state: JourneyState, begins: Instant): string | undefined {
  const slot = collectionSlot(state);
  const confirmed = readinessConfirmed(state);
  if (slot === undefined || confirmed === undefined) return undefined;
  if (movedSince(state, confirmed, 'collectionSlot') !== undefined) {
    return `Readiness was confirmed ${confirmed.at}, and the slot was moved after that. Confirm it again, or find new slots.`;
  }
  const earliest = readinessNotBefore(state, begins > slot.until ? begins : slot.from);
  return earliest === undefined || confirmed.at >= earliest
    ? undefined
    : `Readiness was confirmed ${confirmed.at}, expected not before ${earliest}. Confirm it again, or find new slots.`;
}
