import { entriesOf } from '../journey/administration.ts';
import { conditioningWindow } from '../journey/conditioning.ts';
import { prescribedContainers, productExpiry, wasGiven } from '../journey/product.ts';
import { type ChecklistEntry, effectiveTime, type JourneyState, type StepState } from '../journey/state.ts';
import { premedicationBefore, thawsOneByOne } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { neededForContainer } from '../steps/administration-items.ts';
import { missingItems } from '../steps/checklists.ts';
import { type Instant, minuteOf, plus } from '../time.ts';
import { givenOutOfOrder } from './component-order.ts';
import { containerOf, exceededInUseClocks } from './in-use.ts';

/** What went wrong at the bedside by the recorded times: each is a critical deviation, never a reason not to record. */
export interface BedsideBreach {
  readonly kind:
    | 'in-use-exceeded'
    | 'given-after-expiry'
    | 'given-outside-window'
    | 'bedside-order'
    | 'bedside-incomplete'
    | 'premedication'
    | 'thawed-before-the-one-before-was-given'
    | 'component-order';
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
  if (!wasGiven(step)) return exceeded;
  return [
    ...exceeded,
    ...givenAfterExpiry(state, step),
    ...givenOutsideWindow(state, step, protocol),
    ...leftOut(state, step, protocol),
    ...premedicationAmiss(state, step, protocol),
    ...outOfOrder(state, step, protocol),
    ...notOneByOne(state, step, protocol),
    ...givenOutOfOrder(state, step, protocol).map(
      ({ container, detail }): BedsideBreach => ({ kind: 'component-order', of: container, detail }),
    ),
  ];
}

const timeOf = (state: JourneyState, entry: ChecklistEntry): Instant => effectiveTime(state, entry).at;

const firstInfusion = (state: JourneyState, step: StepState): Instant | undefined =>
  entriesOf(step, 'infusion-started')
    .map((entry) => timeOf(state, entry))
    .toSorted()[0];

/** GO was given in time, and the product expired before the infusion began. */
function givenAfterExpiry(state: JourneyState, step: StepState): readonly BedsideBreach[] {
  const expiry = productExpiry(state);
  const begun = firstInfusion(state, step);
  if (expiry === undefined || begun === undefined || begun < expiry) return [];
  return [
    { kind: 'given-after-expiry', of: 'product', detail: `infusion started ${begun}, product expired ${expiry}` },
  ];
}

/** The infusion began before or after the window that follows conditioning (C08). */
function givenOutsideWindow(state: JourneyState, step: StepState, protocol: Protocol): readonly BedsideBreach[] {
  const window = conditioningWindow(state, protocol);
  const begun = firstInfusion(state, step);
  if (window === undefined || begun === undefined || (begun >= window.from && begun <= window.until)) return [];
  const detail = `infusion started ${begun}, window ${window.from} to ${window.until}`;
  return [{ kind: 'given-outside-window', of: 'conditioning', detail }];
}

/** What was given without every bedside event, such as an identity that two people could not confirm. */
function leftOut(state: JourneyState, step: StepState, protocol: Protocol): readonly BedsideBreach[] {
  const given = [step.decision?.evidence.containersGiven].flat().map(String);
  // Of a container that nobody prescribed nothing could be confirmed: that is a deviation of its own.
  return prescribedContainers(state).flatMap((container): readonly BedsideBreach[] => {
    if (!given.includes(container)) return [];
    const missing = missingItems(step, neededForContainer(protocol), [container]);
    return missing === null ? [] : [{ kind: 'bedside-incomplete', of: container, detail: missing.message }];
  });
}

/** The premedication was left out, or given nearer to the first infusion or longer before it than the label says. */
function premedicationAmiss(state: JourneyState, step: StepState, protocol: Protocol): readonly BedsideBreach[] {
  const asked = premedicationBefore(protocol);
  const begun = firstInfusion(state, step);
  if (asked === undefined || begun === undefined) return [];
  const [premedicated] = entriesOf(step, 'premedication-given');
  const breach = (what: string): readonly BedsideBreach[] => [
    {
      kind: 'premedication',
      of: 'first infusion',
      detail: `infusion started ${begun}, premedication ${what}, expected ${asked.min} to ${asked.max} before`,
    },
  ];
  if (premedicated === undefined) return breach('not recorded');
  const at = timeOf(state, premedicated);
  const [from, until] = [asked.min, asked.max].map((before) => minuteOf(plus(at, before, state.site.zone)));
  const isInTime = from !== undefined && until !== undefined && minuteOf(begun) >= from && minuteOf(begun) <= until;
  return isInTime ? [] : breach(at);
}

/** Neighbouring items of one container whose times run backwards, e.g. an identity checked after the infusion began. */
function outOfOrder(state: JourneyState, step: StepState, protocol: Protocol): readonly BedsideBreach[] {
  const items = neededForContainer(protocol).map(({ item }) => item);
  const containers = new Set(items.flatMap((item) => entriesOf(step, item).map(containerOf)));
  return [...containers].flatMap((container) => {
    const recorded = items.flatMap((item) =>
      entriesOf(step, item)
        .filter((entry) => containerOf(entry) === container)
        .map((entry) => ({ item, at: timeOf(state, entry) })),
    );
    return recorded.flatMap((later, index): readonly BedsideBreach[] => {
      const before = recorded[index - 1];
      if (before === undefined || minuteOf(later.at) >= minuteOf(before.at)) return [];
      const detail = `${container}: ${later.item} ${later.at} before ${before.item} ${before.at}`;
      return [{ kind: 'bedside-order', of: `${container}: ${before.item}, ${later.item}`, detail }];
    });
  });
}

/** Where the label asks for it, a container is thawed only when the one before was given. */
function notOneByOne(state: JourneyState, step: StepState, protocol: Protocol): readonly BedsideBreach[] {
  if (!thawsOneByOne(protocol)) return [];
  const byTime = (entries: readonly ChecklistEntry[]): readonly ChecklistEntry[] =>
    entries.toSorted((one, other) => (timeOf(state, one) < timeOf(state, other) ? -1 : 1));
  const thawed = byTime(entriesOf(step, 'thaw-started'));
  const ended = entriesOf(step, 'infusion-ended');
  return thawed.slice(1).flatMap((thaw, index): readonly BedsideBreach[] => {
    const before = thawed[index];
    const given = before === undefined ? undefined : ended.find((entry) => containerOf(entry) === containerOf(before));
    // One that was never given was discarded: nothing had to be waited for.
    if (before === undefined || given === undefined) return [];
    if (minuteOf(timeOf(state, given)) <= minuteOf(timeOf(state, thaw))) return [];
    const detail = `${containerOf(thaw)} thawed ${timeOf(state, thaw)}, ${containerOf(before)} not given by then`;
    return [{ kind: 'thawed-before-the-one-before-was-given', of: containerOf(thaw), detail }];
  });
}
