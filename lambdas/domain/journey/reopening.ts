import type { Protocol } from '../protocol/schema.ts';
import { entriesOf } from './administration.ts';
import { availability } from './availability.ts';
import { NEEDED_CONSENTS } from './consents.ts';
import { comesLate } from './late-arrival.ts';
import { predictedReadyAt } from './manufacture.ts';
import { isAccepted } from './product.ts';
import { takesTheProduct } from './product-lost.ts';
import { type JourneyState, latestDecision, reportsOf } from './state.ts';

/** What ends a GO before its time. */
export type Reopening =
  | 'hold'
  | 'flag'
  | 'result'
  | 'date'
  | 'excursion'
  | 'mismatch'
  | 'consent'
  | 'death'
  | 'product';

/** What became known after the GO at `seq` was signed and takes that from it, settled since or not. */
export function reopenedBy(
  state: JourneyState,
  protocol: Protocol,
  kind: 'conditioning' | 'thaw',
  seq: number,
): Reopening | undefined {
  const since = (entry: { readonly seq: number }): boolean => entry.seq > seq;
  if (state.holds.some(since)) return 'hold';
  if (reportsOf(state, 'death').some(since)) return 'death';
  const isNeeded = (consent: unknown): boolean => NEEDED_CONSENTS.some((needed) => needed === consent);
  const withdrawn = reportsOf(state, 'consent-withdrawn').filter(({ values }) =>
    [values.consents].flat().some(isNeeded),
  );
  if (withdrawn.some(since)) return 'consent';
  if (reportsOf(state, 'flags-raised').some(since)) return 'flag';
  // Reported, or shown by the documents of a shipment: either way somebody is asked about it.
  if (state.phases.some(({ phase, about = 0 }) => phase === 'Excursion' && about > seq)) return 'excursion';
  if (reportsOf(state, 'identity-mismatch').some(since) || state.identityClaims.some(since)) return 'mismatch';
  const results = ['Record the pending tests', 'Reassess the patient'] as const;
  if (results.some((step) => since(latestDecision(state, step) ?? { seq: 0 }))) return 'result';
  if (datesMoved(state, ['plannedDayZeroAt', 'conditioningFrom']).some(since)) return 'date';
  return kind === 'conditioning' ? awayReopening(state, protocol, seq) : undefined;
}

const datesMoved = (state: JourneyState, names: readonly string[]) =>
  reportsOf(state, 'dates-moved').filter(({ values }) => names.some((name) => values[name] !== undefined));

/** What a GO rests on that was given while the product was still on its way, or being made. */
function awayReopening(state: JourneyState, protocol: Protocol, seq: number): Reopening | undefined {
  const basis = availability(state, protocol);
  if (basis === 'accepted-on-site') return undefined;
  const since = (entry: { readonly seq: number }): boolean => entry.seq > seq;
  const isLost = Object.values(state.steps).some(
    ({ phase, decision }) =>
      decision !== undefined && since(decision) && takesTheProduct({ phase, decision: decision.decision }),
  );
  if (isLost) return 'product';
  if (isAccepted(state)) return undefined;
  const foreseen = Object.values(state.steps).flatMap((step) => entriesOf(step, 'arrival-foreseen'));
  const isLate = foreseen.some((entry) => since(entry) && comesLate(state, entry));
  if (isLate || datesMoved(state, ['deliveryWindow']).some(since)) return 'date';
  const slips = predictedReadyAt(state, protocol) !== predictedReadyAt(state, protocol, seq);
  return basis === 'made-during-conditioning' && slips ? 'date' : undefined;
}
