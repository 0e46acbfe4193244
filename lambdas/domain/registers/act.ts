import { dateOf } from '../calendar/local-time.ts';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { type Instant, millisecondsBetween, startOfPrintedDay } from '../time.ts';
import type { RegisterDefinition, Renewable, Renewal, RenewalReach } from './definition.ts';
import type { Keeping } from './keep-record.ts';
import { dayAfter } from './lifecycle.ts';
import type { ActName, RegisterRecord } from './record.ts';

/** What somebody does to an entry on its page. */
export type Act =
  | { readonly what: 'quarantine'; readonly because: string }
  | { readonly what: 'release'; readonly because: string; readonly reference: string }
  | ({ readonly what: 'renewal'; readonly part: string } & Renewal)
  | { readonly what: 'confirmation'; readonly reference: string };

/** What can be done to an entry now, whoever does it. */
export interface Possible {
  readonly acts: readonly ActName[];
  /** What of it can be renewed. */
  readonly parts: readonly string[];
}

/**
 * What another system holds is confirmed here and changed there.
 *
 * @param versions of one entry, oldest first
 */
export function possibleActs(definition: RegisterDefinition, versions: readonly RegisterRecord[]): Possible {
  const newest = versions.at(-1);
  if (newest === undefined) return { acts: [], parts: [] };
  if (newest.mirror !== undefined) return { acts: ['confirmation'], parts: [] };
  const entry = definition.entry().parse(newest.entry);
  const earlier = earlierOf(definition, versions);
  const parts = (definition.renewables?.(entry) ?? []).map(({ part }) => part);
  const acts: readonly (ActName | null)[] = [
    (definition.quarantined?.(entry, '') ?? null) === null ? null : 'quarantine',
    (definition.released?.(entry, earlier) ?? null) === null ? null : 'release',
    parts.length === 0 ? null : 'renewal',
  ];
  return { acts: acts.filter((act) => act !== null), parts };
}

/**
 * The entry as it is after an act, as it is to be kept; refused where it cannot be done to it.
 *
 * @param versions of one entry, oldest first
 * @param now when it is signed, at a site in a zone
 */
export function afterAct(
  definition: RegisterDefinition,
  versions: readonly RegisterRecord[],
  act: Act,
  now: { readonly at: Instant; readonly zone: string },
): Outcome<Pick<Keeping, 'entry' | 'why' | 'signed'> & Pick<Partial<Keeping>, 'mirror' | 'confirmedBy' | 'evidence'>> {
  const newest = versions.at(-1);
  const impossible = (expected: string): Outcome<never> =>
    refuse('invalid', `${newest?.register} ${newest?.id}: got ${act.what}, expected ${expected}`);
  if (newest === undefined || !possibleActs(definition, versions).acts.includes(act.what)) {
    return impossible(
      newest?.mirror === undefined
        ? 'what can be done to it as it stands'
        : `it to be changed in ${newest.mirror.system}`,
    );
  }
  const entry = definition.entry().parse(newest.entry);
  const earlier = earlierOf(definition, versions);
  const signed = act.what;
  switch (act.what) {
    case 'quarantine':
      return ok({ signed, entry: definition.quarantined?.(entry, act.because), why: act.because });
    case 'release': {
      const { because: why, reference } = act;
      return ok({ signed, entry: definition.released?.(entry, earlier), why, evidence: { reference } });
    }
    case 'confirmation': {
      const { reference } = act;
      const mirror = newest.mirror === undefined ? {} : { mirror: { ...newest.mirror, asOf: now.at } };
      return ok({ signed, entry: newest.entry, why: reference, confirmedBy: { reference }, ...mirror });
    }
    case 'renewal': {
      const { part, on, next, reference } = act;
      const found = definition.renewables?.(entry).find((one) => one.part === part);
      if (found === undefined) return impossible(`one of ${possibleActs(definition, versions).parts.join(', ')}`);
      const misfit = renewalMisfit(act, found, dateOf(now.at, now.zone));
      if (misfit !== null) return refuse('invalid', `${part}: ${misfit}`);
      return ok({ signed, entry: found.renewed({ on, next, reference }), why: reference, evidence: { reference, on } });
    }
  }
}

/** What is renewed was done, after it was done last, and counts on, not much longer than it did. */
function renewalMisfit(
  { on, next }: Renewal,
  { last, reach }: Pick<Renewable<unknown>, 'last' | 'reach'>,
  today: string,
): string | null {
  if (on > today) return `done on ${on}, expected not after today (${today})`;
  if (last !== undefined && on < last) return `done on ${on}, expected not before it was done last (${last})`;
  if (next < today) return `next ${next}, expected not before today (${today})`;
  const latest = reach === 'said by its register' ? next : latestNext(on, last, reach);
  return next > latest
    ? `next ${next}, expected ${latest} or earlier for what was done on ${on}. Whoever keeps the register enters a later day: atmp register import`
    : null;
}

/** It counted so long with a quarter more: a day that falls on a holiday, and no interval of its own. */
const MARGIN = 1.25;
const DAY_MS = 24 * 60 * 60 * 1000;
/** However long it counted. */
const LONGEST = 'P10Y';

function latestNext(on: string, last: string | undefined, { due, atMost }: RenewalReach): string {
  if (last === undefined || due === undefined || due <= last) return dayAfter(on, atMost);
  const stood = millisecondsBetween(startOfPrintedDay(last, 'UTC'), startOfPrintedDay(due, 'UTC')) / DAY_MS;
  const asItStood = dayAfter(on, `P${Math.ceil(stood * MARGIN)}D`);
  const longest = dayAfter(on, LONGEST);
  return asItStood < longest ? asItStood : longest;
}

/** The versions before the newest, newest first; read one after the other, because mostly none is asked for. */
function* earlierOf(definition: RegisterDefinition, versions: readonly RegisterRecord[]): Generator<unknown> {
  for (const { entry } of versions.slice(0, -1).toReversed()) yield definition.entry().parse(entry);
}
