import type { Occurrence } from '../time.ts';
import { withdrawnConsents } from './consents.ts';
import { listed, type MaybeFact } from './fact.ts';
import { unsignedCorrections } from './facts-of-correction.ts';
import { raisedFlags } from './flags.ts';
import { isActive, type JourneyState, type StepState } from './state.ts';

/** What stands in the way, whatever step is open: it is read before anything else. */
export const troubleFacts = (state: JourneyState, step: StepState): readonly MaybeFact[] => [
  ['closingOutcome', state.closing?.outcome],
  ['underReview', listed(open(state))],
  ['flagsRaised', listed([...raisedFlags(state)])],
  ['unsignedCorrections', listed([...new Set(unsignedCorrections(state))])],
  ['consentsWithdrawn', listed([...new Set(withdrawnConsents(state))])],
  ...corrected(state, step),
];

const open = (state: JourneyState): readonly string[] => [
  ...(isActive(state, 'Death') ? ['death-open'] : []),
  ...(isActive(state, 'IdentityMismatch') ? ['mismatch-open'] : []),
  ...(isActive(state, 'Excursion') ? ['excursion-open'] : []),
];

/** Times of this round of the phase that were corrected after they were recorded. */
function corrected(state: JourneyState, { phase, round }: StepState): readonly MaybeFact[] {
  if (Object.keys(state.corrections).length === 0) return [];
  const fact = (seq: number, of: string): readonly MaybeFact[] => {
    const occurrence: Occurrence | undefined = state.corrections[seq];
    return occurrence === undefined ? [] : [['correctedTime', occurrence.at, of]];
  };
  return Object.values(state.steps)
    .filter((one) => one.phase === phase && one.round === round)
    .flatMap(({ step, checklist, decision }) => [
      ...Object.entries(checklist).flatMap(([entry, { seq }]) => fact(seq, entry)),
      ...(decision === undefined ? [] : fact(decision.seq, step)),
    ]);
}
