import { type Instant, plus, startOfPrintedDay } from '../time.ts';
import type { RegisterName } from './names.ts';
import { entriesOf, type SiteReadiness } from './site-readiness.ts';
import type { EntryStanding } from './standing.ts';

export interface Asked {
  /** When it is, or was, used. */
  readonly at: Instant;
  /** IANA time zone of the site. */
  readonly zone: string;
  /** How old what is mirrored from another system may be (ISO 8601), by its system; a system not named may be of any age. */
  readonly mirrorAge?: Readonly<Record<string, string>> | undefined;
}

/** Why an entry may not be used; `of` is the entry itself or one that it rests on. */
export type WhyNot = { readonly of: EntryStanding } & (
  | { readonly why: 'closed'; readonly because: string }
  | { readonly why: 'not-yet'; readonly what: string; readonly from: string }
  | { readonly why: 'lapsed'; readonly what: string; readonly until: string; readonly grace?: string }
  | { readonly why: 'not-in-register'; readonly register: RegisterName; readonly id: string }
  | { readonly why: 'mirror-too-old'; readonly system: string; readonly asOf: Instant; readonly age: string }
);

/** What closes an entry, or all that it rests on, at an instant; undefined when it may be used. */
export const whyNot = (readiness: SiteReadiness, entry: EntryStanding, asked: Asked): WhyNot | undefined =>
  whyNotFrom(readiness, entry, asked, []);

function whyNotFrom(
  readiness: SiteReadiness,
  entry: EntryStanding,
  asked: Asked,
  above: readonly EntryStanding[],
): WhyNot | undefined {
  const own = alone(entry, asked);
  if (own !== undefined) return own;
  for (const { register, id } of entry.restsOn ?? []) {
    const others = entriesOf(readiness, register, id);
    if (others.some((other) => above.includes(other) || other === entry)) continue;
    const found = others.map((other) => whyNotFrom(readiness, other, asked, [...above, entry]));
    if (found.includes(undefined)) continue;
    return found.at(-1) ?? { of: entry, why: 'not-in-register', register, id };
  }
  return undefined;
}

function alone(of: EntryStanding, { at, zone, mirrorAge }: Asked): WhyNot | undefined {
  const { closedBecause, counts, mirror } = of;
  if (closedBecause !== undefined) return { of, why: 'closed', because: closedBecause };
  for (const { what, from, until, grace } of counts) {
    if (from !== undefined && at < startOfPrintedDay(from, zone)) return { of, why: 'not-yet', what, from };
    if (until !== undefined && at >= closesAt(until, grace, zone)) {
      return { of, why: 'lapsed', what, until, ...(grace === undefined ? {} : { grace }) };
    }
  }
  const age = mirror === undefined ? undefined : mirrorAge?.[mirror.system];
  if (mirror !== undefined && age !== undefined && at > plus(mirror.asOf, age, zone)) {
    return { of, why: 'mirror-too-old', system: mirror.system, asOf: mirror.asOf, age };
  }
  return undefined;
}

/** The first instant at which what counts until a day counts no more. */
export function closesAt(until: string, grace: string | undefined, zone: string): Instant {
  const ended = plus(startOfPrintedDay(until, zone), 'P1D', zone);
  return grace === undefined ? ended : plus(ended, grace, zone);
}
