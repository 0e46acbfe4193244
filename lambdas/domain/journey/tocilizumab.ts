import { occasionOf } from '../clocks/occasion-name.ts';
import { tocilizumabInForce } from '../protocol/in-force.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { Occasion } from '../steps/step.ts';
import { type Instant, plus } from '../time.ts';
import { entriesOf } from './administration.ts';
import { policyOf } from './site-policy.ts';
import { effectiveTime, type JourneyState, type StepState } from './state.ts';

/** Told of the clock of each dose, by its `seq`. */
export const RESUPPLY_RUNG = 'tocilizumab-resupply';

/** Steps of one administration: a dose is recorded in whichever is open, and its clock runs on in those after it. */
const stepsWith = (state: JourneyState, { phase, round }: StepState): readonly StepState[] =>
  Object.values(state.steps).filter((step) => step.phase === phase && step.round === round);

/**
 * Of each dose of tocilizumab, by its `seq`: when as many as the label asks for must be available again (C12). The clocks
 * still running after this administration, whichever of its steps a dose was recorded in. Where so many are on site, left by
 * a dose or resupplied, it stops those of this and of the doses before, by when each happened.
 */
export function tocilizumabClocks(state: JourneyState, step: StepState, protocol: Protocol): readonly Occasion[] {
  const label = tocilizumabInForce(protocol, policyOf(state).jurisdiction);
  const within = label?.resupplyWithin;
  if (label === undefined || within === undefined) return [];
  const entries = (item: string, onSite: string) =>
    stepsWith(state, step).flatMap((one) =>
      entriesOf(one, item).map((entry) => ({
        seq: entry.seq,
        at: effectiveTime(state, entry).at,
        isEnough: Number(entry.values[onSite]) >= label.dosesOnSite,
      })),
    );
  const doses = entries('tocilizumab-given', 'dosesLeftOnSite');
  const stocked = [...doses, ...entries('tocilizumab-resupplied', 'dosesOnSite')].filter(({ isEnough }) => isEnough);
  return doses
    .filter((dose) => !stocked.some(({ at, seq }) => at > dose.at || (at === dose.at && seq >= dose.seq)))
    .map(({ seq, at }) => ({ of: String(seq), series: `tocilizumab-${seq}`, at: plus(at, within, state.site.zone) }));
}

/** The same clocks without those that somebody acknowledged in another of the steps that carry them. */
export function tocilizumabToTell(state: JourneyState, step: StepState, protocol: Protocol): readonly Occasion[] {
  const others = stepsWith(state, step).filter(({ key }) => key !== step.key);
  return tocilizumabClocks(state, step, protocol).filter(
    ({ of }) => !others.some((other) => isAcknowledgedIn(other, occasionOf(RESUPPLY_RUNG, of))),
  );
}

function isAcknowledgedIn({ told, acknowledgements }: StepState, name: string): boolean {
  const first = told.find(({ rung }) => rung === name);
  return first !== undefined && acknowledgements.some(({ seq }) => seq > first.seq);
}

/** The clock that ends first; undefined while none runs. */
export const tocilizumabDueAt = (state: JourneyState, step: StepState, protocol: Protocol): Instant | undefined =>
  tocilizumabClocks(state, step, protocol)
    .map(({ at }) => at)
    .toSorted()[0];
