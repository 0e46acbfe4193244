import { tocilizumabInForce } from '../protocol/in-force.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { Occasion } from '../steps/step.ts';
import { type Instant, plus } from '../time.ts';
import { entriesOf } from './administration.ts';
import { policyOf } from './site-policy.ts';
import { effectiveTime, type JourneyState, type StepState } from './state.ts';

/**
 * Of each dose of tocilizumab, by its `seq`: when as many as the label asks for must be available again (C12). The clocks still running after this administration, whichever of its steps a dose was recorded in. What was resupplied
 * stops those of the doses before it, by when each happened, and only where it makes up the number of the label.
 */
export function tocilizumabClocks(
  state: JourneyState,
  { phase, round }: StepState,
  protocol: Protocol,
): readonly Occasion[] {
  const label = tocilizumabInForce(protocol, policyOf(state).jurisdiction);
  const within = label?.resupplyWithin;
  if (label === undefined || within === undefined) return [];
  const steps = Object.values(state.steps).filter((step) => step.phase === phase && step.round === round);
  const entries = (item: string) =>
    steps.flatMap((step) =>
      entriesOf(step, item).map(({ seq, occurredAt, values }) => ({
        seq,
        at: effectiveTime(state, { seq, occurredAt }).at,
        values,
      })),
    );
  const stocked = entries('tocilizumab-resupplied').filter(
    ({ values }) => Number(values.dosesOnSite) >= label.dosesOnSite,
  );
  return entries('tocilizumab-given')
    .filter((dose) => !stocked.some(({ at, seq }) => at > dose.at || (at === dose.at && seq > dose.seq)))
    .map(({ seq, at }) => ({ of: String(seq), series: `tocilizumab-${seq}`, at: plus(at, within, state.site.zone) }));
}

/** The clock that ends first; undefined while none runs. */
export const tocilizumabDueAt = (state: JourneyState, step: StepState, protocol: Protocol): Instant | undefined =>
  tocilizumabClocks(state, step, protocol)
    .map(({ at }) => at)
    .toSorted()[0];
