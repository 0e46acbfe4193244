import { firstOf } from '../../lambdas/domain/journey/administration.ts';
import { effectiveTime } from '../../lambdas/domain/journey/state.ts';
import { minus } from '../../lambdas/domain/time.ts';
import { personIn } from './builders.ts';
import { type JourneyDriver, value } from './journey-driver.ts';

/** Writes down the premedication, unless somebody did, as given `before` the first infusion: in time by every label. */
export function premedicate(journey: JourneyDriver, before = 'PT45M'): void {
  const step = journey.step('Give the product');
  const begun = firstOf(step, 'infusion-started');
  if (begun === undefined || firstOf(step, 'premedication-given') !== undefined) return;
  const occurredAt = minus(effectiveTime(journey.state, begun).at, before, 'UTC');
  value(journey.record(step, 'premedication-given', { evidence: {}, signer: personIn(['nurse']), occurredAt }));
}
