import { productExpiry, wasGiven } from '../journey/product.ts';
import { type ChecklistEntry, effectiveTime, type JourneyState, type StepState } from '../journey/state.ts';
import type { Protocol } from '../protocol/schema.ts';
import { ADMINISTRATION_ITEMS } from '../steps/give-the-product.ts';
import type { Instant } from '../time.ts';
import { exceededInUseClocks } from './in-use.ts';

/** What went wrong at the bedside by the recorded times: each is a critical deviation, never a reason not to record. */
export interface BedsideBreach {
  readonly kind: 'in-use-exceeded' | 'given-after-expiry' | 'bedside-order';
  /** Tells breaches of one kind apart: the clock, or the two items. */
  readonly of: string;
  readonly detail: string;
}

/** Every breach of a decided administration, by its times as last corrected. */
export function bedsideBreaches(state: JourneyState, step: StepState, protocol: Protocol): readonly BedsideBreach[] {
  if (step.step !== 'Give the product' || step.decision === undefined) return [];
  const exceeded = exceededInUseClocks(state, step, protocol).map(
    ({ name, limitAt, endedAt }): BedsideBreach => ({
      kind: 'in-use-exceeded',
      of: name,
      detail: `${name}: ended ${endedAt}, limit ${limitAt}`,
    }),
  );
  return wasGiven(step) ? [...exceeded, ...givenAfterExpiry(state, step), ...outOfOrder(state, step)] : exceeded;
}

/** GO was given in time, and the product expired before the infusion began. */
function givenAfterExpiry(state: JourneyState, step: StepState): readonly BedsideBreach[] {
  const expiry = productExpiry(state);
  const begun = timeOf(state, step.checklist['infusion-started']);
  if (expiry === undefined || begun === undefined || begun < expiry) return [];
  return [
    { kind: 'given-after-expiry', of: 'product', detail: `infusion started ${begun}, product expired ${expiry}` },
  ];
}

/** Neighbouring items whose times run backwards, e.g. an identity checked after the infusion began. */
function outOfOrder(state: JourneyState, step: StepState): readonly BedsideBreach[] {
  const recorded = ADMINISTRATION_ITEMS.flatMap((item) => {
    const at = timeOf(state, step.checklist[item]);
    return at === undefined ? [] : [{ item, at }];
  });
  return recorded.flatMap((later, index): readonly BedsideBreach[] => {
    const before = recorded[index - 1];
    if (before === undefined || minuteOf(later.at) >= minuteOf(before.at)) return [];
    const detail = `${later.item} ${later.at} before ${before.item} ${before.at}`;
    return [{ kind: 'bedside-order', of: `${before.item}, ${later.item}`, detail }];
  });
}

const timeOf = (state: JourneyState, entry: ChecklistEntry | undefined): Instant | undefined =>
  entry === undefined ? undefined : effectiveTime(state, entry).at;

/** People state times to the minute: within one minute nothing can be said about the order. */
const minuteOf = (at: Instant): string => at.slice(0, 'yyyy-mm-ddThh:mm'.length);
