import type { StepName } from '../vocabulary.ts';
import { correctedFor, correctionsOf, signedBefore } from './corrected.ts';
import { listed, type MaybeFact } from './fact.ts';
import { type GateAt, readOf } from './read-of-correction.ts';
import type { JourneyState, StepState } from './state.ts';

/** What was corrected, beside what was signed first, for who signs it again. */
export function correctionFacts(state: JourneyState, step: StepState): readonly MaybeFact[] {
  const corrected = correctedFor(state, step);
  const of = corrected === undefined ? undefined : state.steps[corrected.key];
  if (corrected === undefined || of === undefined) return [];
  const { what, path, to, by, at, reason, counts } = corrected;
  const { gatesChanged, gatesStand, clocksMoved, clocksStand, documents } = readOf(corrected);
  const gates = (those: readonly GateAt[]): string | undefined =>
    listed(those.map(({ gate, step: asked }) => `${gate}@${asked}`));
  return [
    ['correctedStep', of.step],
    ['correctedWhat', what, of.step],
    ['correctedField', path],
    ['correctedFrom', String(signedBefore(state, corrected))],
    ['correctedTo', String(to)],
    ['correctedBy', by.id],
    ['correctedAt', at],
    ['correctedBecause', reason],
    ['correctedCounts', counts],
    ['correctedClocks', listed(clocksMoved)],
    ['correctedClocksStand', listed(clocksStand)],
    ['correctedGatesChanged', gates(gatesChanged)],
    ['correctedGatesStand', gates(gatesStand)],
    ['correctedDocuments', listed(documents)],
  ];
}

/** Steps whose record was corrected and that nobody has signed again: whatever is signed now rests on it (21 CFR 11.10(e)). */
export const unsignedCorrections = (state: JourneyState): readonly StepName[] =>
  Object.keys(state.corrected).length === 0
    ? []
    : Object.values(state.steps)
        .filter((step) => correctionsOf(state, step).some(({ signedAgain }) => !signedAgain))
        .map(({ step }) => step);
