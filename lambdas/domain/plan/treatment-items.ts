import { monitoringEndsAt, proximityEndsAt } from '../journey/monitoring.ts';
import { policyOf } from '../journey/site-policy.ts';
import { effectiveTime, type JourneyState } from '../journey/state.ts';
import { acuteMonitoringEnd } from '../protocol/accessors.ts';
import { monitoringProfile, proximityFor } from '../protocol/jurisdiction-accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, plus, startOfPrintedDay } from '../time.ts';
import { everyDecided, instantOf } from './attempt.ts';
import { type PlanItem, type PlanItemName, planItem } from './plan-item.ts';
import { type ProductDates, planned } from './product-items.ts';
import { treatmentDates } from './treatment-dates.ts';

/** Conditioning, day 0, and what a label counts from day 0 until the patient may live further away. */
export function treatmentItems(state: JourneyState, protocol: Protocol, product: ProductDates): readonly PlanItem[] {
  const { conditioning, dayZero } = treatmentDates(state, protocol, product);
  const conditioned = conditioningDone(state);
  const profile = monitoringProfile(protocol, policyOf(state).jurisdiction);
  const acute = profile === undefined ? undefined : acuteMonitoringEnd(profile);
  const proximity = proximityFor(protocol, policyOf(state).jurisdiction)?.duration;
  const after = (duration: string | undefined): Instant | undefined =>
    dayZero === undefined || duration === undefined ? undefined : plus(dayZero.at, duration, state.site.zone);
  return [
    ...conditioned,
    ...planned('conditioning', conditioned.length + 1, conditioning),
    ...(dayZero?.basis === 'done' ? [planItem('day-0', 1, { from: dayZero.at, basis: 'done' })] : []),
    ...planned('day-0', 1, dayZero),
    ...endOf(state, 'discharge', monitoringEndsAt(state, protocol) ?? after(acute)),
    ...endOf(state, 'proximity-end', proximityEndsAt(state, protocol) ?? after(proximity)),
  ];
}

function conditioningDone(state: JourneyState): readonly PlanItem[] {
  const completed = everyDecided(state, 'Complete conditioning', 'completed');
  return everyDecided(state, 'Start conditioning', 'started', 'started-without-go').map((start, index, all) => {
    const next = all[index + 1]?.seq ?? Number.POSITIVE_INFINITY;
    const end = completed.find(({ seq }) => seq > start.seq && seq < next);
    const until = instantOf(end?.evidence, 'endedAt');
    const from = effectiveTime(state, start).at;
    return planItem('conditioning', index + 1, { from, ...(until === undefined ? {} : { until }), basis: 'done' });
  });
}

/** How and on which day each of the two ends is recorded. */
const ENDS = {
  discharge: { step: 'Discharge', decision: 'discharged', day: 'dischargedOn' },
  'proximity-end': { step: 'End the proximity period', decision: 'ended', day: 'spokenOn' },
} as const;

function endOf(
  state: JourneyState,
  item: Extract<PlanItemName, keyof typeof ENDS>,
  from: Instant | undefined,
): readonly PlanItem[] {
  const { step, decision, day } = ENDS[item];
  const ended = everyDecided(state, step, decision).at(-1);
  if (ended !== undefined) {
    const on = startOfPrintedDay(String(ended.evidence[day]), state.site.zone);
    return [planItem(item, 1, { from: on, basis: 'done' })];
  }
  return from === undefined ? [] : [planItem(item, 1, { from, basis: 'derived' })];
}
