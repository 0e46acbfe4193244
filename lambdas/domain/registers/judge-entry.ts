import { closed, OPEN, unknown, type Verdict } from '../gates/gate.ts';
import { type Instant, plus, startOfPrintedDay } from '../time.ts';
import type { RegisterName } from './names.ts';
import { entriesOf, type SiteReadiness } from './site-readiness.ts';
import type { EntryStanding } from './standing.ts';

interface Asked {
  /** When it is, or was, used. */
  readonly at: Instant;
  /** IANA time zone of the site. */
  readonly zone: string;
  /** How old what is mirrored from another system may be (ISO 8601), by its system; a system not named may be of any age. */
  readonly mirrorAge?: Readonly<Record<string, string>> | undefined;
}

/** Whether an entry, and all that it rests on, may be used at an instant; with what closes it, since when and who sees to it. */
export function judgeEntry(readiness: SiteReadiness, entry: EntryStanding, asked: Asked): Verdict {
  return judgeFrom(readiness, entry, asked, []);
}

function judgeFrom(
  readiness: SiteReadiness,
  entry: EntryStanding,
  asked: Asked,
  above: readonly EntryStanding[],
): Verdict {
  const own = judgeAlone(entry, asked);
  if (own.status !== 'open') return own;
  for (const { register, id } of entry.restsOn ?? []) {
    const others = entriesOf(readiness, register, id);
    if (others.some((other) => above.includes(other) || other === entry)) continue;
    const verdicts = others.map((other) => judgeFrom(readiness, other, asked, [...above, entry]));
    if (verdicts.some(({ status }) => status === 'open')) continue;
    return verdicts.at(-1) ?? notInRegister(register, id, entry);
  }
  return OPEN;
}

const notInRegister = (register: RegisterName, id: string, { name, owner }: EntryStanding): Verdict =>
  unknown(`${name} rests on ${id}, which is not in the register of ${register}; owner ${owner}.`);

function judgeAlone({ name, owner, closedBecause, counts, mirror }: EntryStanding, asked: Asked): Verdict {
  const { at, zone } = asked;
  if (closedBecause !== undefined) return closed(`${name}: ${closedBecause}; owner ${owner}.`);
  for (const { what, from, until, grace } of counts) {
    if (from !== undefined && at < startOfPrintedDay(from, zone)) {
      return closed(`${what} of ${name} counts from ${from} on; owner ${owner}.`);
    }
    if (until !== undefined && at >= closesAt(until, grace, zone)) {
      const late = grace === undefined ? '' : `, longer ago than ${grace}`;
      return closed(`${what} of ${name} lapsed after ${until}${late}; owner ${owner}.`);
    }
  }
  const age = mirror === undefined ? undefined : asked.mirrorAge?.[mirror.system];
  if (mirror !== undefined && age !== undefined && at > plus(mirror.asOf, age, zone)) {
    return unknown(
      `${name} was last read from ${mirror.system} at ${mirror.asOf}, longer ago than ${age}; ${owner} confirms it with evidence.`,
    );
  }
  return OPEN;
}

/** The first instant at which what counts until a day counts no more. */
function closesAt(until: string, grace: string | undefined, zone: string): Instant {
  const ended = plus(startOfPrintedDay(until, zone), 'P1D', zone);
  return grace === undefined ? ended : plus(ended, grace, zone);
}
