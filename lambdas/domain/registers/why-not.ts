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
  /** Of a procedure the register knows this version, and not the one beside the form. */
  | { readonly why: 'other-version'; readonly shown: string }
  /** A newer version, by its name, counts since that day. */
  | { readonly why: 'replaced'; readonly by: string; readonly since: string }
  /** A vessel that holds these places, and not the one that was named. */
  | { readonly why: 'other-place'; readonly place: string; readonly places: readonly string[] }
);

/** What closes an entry, or all that it rests on, at an instant; undefined when it may be used. */
export const whyNot = (readiness: SiteReadiness, entry: EntryStanding, asked: Asked): WhyNot | undefined =>
  everyWhyNot(readiness, entry, asked)[0];

/** Everything that closes it then, its own before what it rests on; empty when it may be used. */
export const everyWhyNot = (readiness: SiteReadiness, entry: EntryStanding, asked: Asked): readonly WhyNot[] =>
  whyNotFrom(readiness, entry, asked, []);

function whyNotFrom(
  readiness: SiteReadiness,
  entry: EntryStanding,
  asked: Asked,
  above: readonly EntryStanding[],
): readonly WhyNot[] {
  const below = (entry.restsOn ?? []).flatMap(({ register, id }): readonly WhyNot[] => {
    const others = entriesOf(readiness, register, id);
    if (others.some((other) => above.includes(other) || other === entry)) return [];
    const found = others.map((other) => whyNotFrom(readiness, other, asked, [...above, entry]));
    if (found.some(({ length }) => length === 0)) return [];
    return found.at(-1) ?? [{ of: entry, why: 'not-in-register', register, id }];
  });
  return [...alone(entry, asked), ...below];
}

function alone(of: EntryStanding, { at, zone, mirrorAge }: Asked): readonly WhyNot[] {
  const { closedBecause, counts, mirror } = of;
  const age = mirror === undefined ? undefined : mirrorAge?.[mirror.system];
  return [
    ...(closedBecause === undefined ? [] : [{ of, why: 'closed', because: closedBecause } as const]),
    ...counts.flatMap(({ what, from, until, grace }): readonly WhyNot[] => {
      if (from !== undefined && at < startOfPrintedDay(from, zone)) return [{ of, why: 'not-yet', what, from }];
      return until !== undefined && at >= closesAt(until, grace, zone)
        ? [{ of, why: 'lapsed', what, until, ...(grace === undefined ? {} : { grace }) }]
        : [];
    }),
    ...(mirror !== undefined && age !== undefined && at > plus(mirror.asOf, age, zone)
      ? [{ of, why: 'mirror-too-old', system: mirror.system, asOf: mirror.asOf, age } as const]
      : []),
  ];
}

/** One of them in a line, which is another as soon as something else closes it: entry, and since when. */
export function whyNotLine(found: WhyNot): string {
  const entry = `${found.of.register} ${found.of.id}`;
  switch (found.why) {
    case 'closed':
      return `${entry}: ${found.because}`;
    case 'not-yet':
      return `${entry}: ${found.what} from ${found.from}`;
    case 'lapsed':
      return `${entry}: ${found.what} until ${found.until}`;
    case 'not-in-register':
      return `${entry}: rests on ${found.register} ${found.id}`;
    case 'mirror-too-old':
      return `${entry}: read from ${found.system} ${found.asOf}`;
    case 'other-version':
      return `${entry}: not ${found.shown}`;
    case 'replaced':
      return `${entry}: ${found.by} from ${found.since}`;
    case 'other-place':
      return `${entry}: not ${found.place}`;
  }
}

/** The first instant at which what counts until a day counts no more. */
export function closesAt(until: string, grace: string | undefined, zone: string): Instant {
  const ended = plus(startOfPrintedDay(until, zone), 'P1D', zone);
  return grace === undefined ? ended : plus(ended, grace, zone);
}
