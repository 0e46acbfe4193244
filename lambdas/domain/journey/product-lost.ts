import type { PhaseName } from '../vocabulary.ts';
import { conditioningStart } from './conditioning.ts';
import { dayZero } from './product.ts';
import { type JourneyState, latestDecision, type PhaseRecord } from './state.ts';

/** Decisions by which the product will not come as it was counted on: it failed, was lost or refused, or waits in doubt. */
const TAKEN: Readonly<Partial<Record<PhaseName, readonly string[]>>> = {
  Manufacturing: ['failed', 'remake', 'recollect', 'stopped'],
  Receipt: ['quarantined', 'remake', 'recollect', 'stopped'],
  Conditioning: ['remake', 'recollect'],
  Treatment: ['remake', 'recollect'],
  Excursion: ['rejected'],
  PendingTests: ['failed'],
  IdentityMismatch: ['not-resolved'],
};

export const takesTheProduct = ({
  phase,
  decision,
}: {
  readonly phase: PhaseName;
  readonly decision: string;
}): boolean => TAKEN[phase]?.includes(decision) === true;

/** The kind of deviation by which it is known that a patient is conditioned and the product is not there (E14). */
export const LOST_AFTER_CONDITIONING = 'product-lost-after-conditioning';

/** True while a patient whose conditioning began waits for this product, and nobody opened that deviation yet. */
export function waitsConditioned(state: JourneyState): boolean {
  const last = (...names: readonly PhaseName[]): number =>
    state.phases.findLastIndex(({ phase }: PhaseRecord) => names.includes(phase));
  const isForThisProduct = last('Conditioning') > last('Collection', 'Manufacturing');
  if (!isForThisProduct || conditioningStart(state) === undefined || dayZero(state) !== undefined) return false;
  const since = latestDecision(state, 'Start conditioning')?.seq ?? 0;
  return !state.deviations.some(({ kind, seq }) => kind === LOST_AFTER_CONDITIONING && seq > since);
}
