import { policyOf } from '../journey/site-policy.ts';
import type { Deviation, JourneyState } from '../journey/state.ts';

/** A minor one that a rule found is read and signed for when the course is closed, unless the site says otherwise. */
export const isToHandle = (state: JourneyState, { kind, class: found }: Pick<Deviation, 'kind' | 'class'>): boolean =>
  found !== 'minor' || kind === 'deviation-raised' || policyOf(state).triagesMinor === true;
