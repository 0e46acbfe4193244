import { donorTestsInWindow } from '../gates/donor-tests-in-window.ts';
import { readinessFault, readinessNotBefore } from '../journey/readiness.ts';
import { collectionSlot, slotMoves } from '../journey/slots.ts';
import { effectiveTime, type JourneyState, type StepState } from '../journey/state.ts';
import type { Protocol } from '../protocol/schema.ts';
import { latest, minus } from '../time.ts';
import type { Role } from '../vocabulary.ts';
import type { Occasion, RungDefinition } from './step.ts';

/** Whom the slot of a collection concerns (clinical-pathway 1.D, S07). */
export const collectionTeam: readonly Role[] = ['apheresis', 'physician', 'coordinator'];

/** The slot moved, and the sample of the donor's tests is too old for it. */
export const sampleTooOld: RungDefinition = {
  rung: 'sample-too-old',
  at: { each: samplesOutrun },
  to: collectionTeam,
  class: 'due',
};

/** Once readiness is confirmed: a day before the slot as it stands, and when it is to be confirmed again for a slot that was moved. */
export const slotLadder: readonly RungDefinition[] = [
  { rung: 'slot-tomorrow', at: { each: aDayAhead, warns: true }, to: collectionTeam, class: 'due' },
  { rung: 'readiness-again', at: { each: readinessToRepeat }, to: collectionTeam, class: 'due' },
  sampleTooOld,
];

/** One occasion for each slot there was: a slot that moves is another one. */
const occasion = (state: JourneyState, series: string, at: string): Occasion => ({
  of: String(slotMoves(state).length + 1),
  at,
  series,
});

function aDayAhead(state: JourneyState, { openedAt }: StepState): readonly Occasion[] {
  const slot = collectionSlot(state);
  const at = slot === undefined ? undefined : minus(slot.from, 'PT24H', state.site.zone);
  return at !== undefined && at > openedAt ? [occasion(state, 'slot-tomorrow', at)] : [];
}

function readinessToRepeat(state: JourneyState): readonly Occasion[] {
  const slot = collectionSlot(state);
  const moved = slotMoves(state).at(-1);
  const from = readinessNotBefore(state);
  if (slot === undefined || moved === undefined || from === undefined) return [];
  return readinessFault(state, slot.from) === undefined
    ? []
    : [occasion(state, 'readiness-again', latest(from, effectiveTime(state, moved).at))];
}

function samplesOutrun(state: JourneyState, _: StepState, protocol: Protocol): readonly Occasion[] {
  const moved = slotMoves(state).at(-1);
  if (moved === undefined) return [];
  const { at } = effectiveTime(state, moved);
  const verdict = donorTestsInWindow.judge({ state, protocol, now: at, evidence: {} });
  return verdict.status === 'closed' ? [occasion(state, 'sample-too-old', at)] : [];
}
