import { closed, OPEN, unknown, type Verdict } from '../gates/gate.ts';
import type { SiteReadiness } from './site-readiness.ts';
import type { EntryStanding } from './standing.ts';
import { type Asked, everyWhyNot, type WhyNot, whyNotLine } from './why-not.ts';

/** Whether an entry, and all that it rests on, may be used at an instant; with what closes it, since when and who sees to it. */
export function judgeEntry(readiness: SiteReadiness, entry: EntryStanding, asked: Asked): Verdict {
  const all = everyWhyNot(readiness, entry, asked);
  const [found, ...others] = all;
  return found === undefined ? OPEN : closedByEntry(found, ...others);
}

/** Not open, as a sentence and as a value for pages in the language of their reader; of several reasons the first is told. */
export function closedByEntry(found: WhyNot, ...others: readonly WhyNot[]): Verdict {
  const verdict = isUnknown(found) ? unknown(sentenceOf(found)) : closed(sentenceOf(found));
  return { ...verdict, whyNot: found, because: [found, ...others].map(whyNotLine) };
}

/** What is missing, or was not read for long, may be all right. */
export const isUnknown = ({ why }: WhyNot): boolean => why === 'not-in-register' || why === 'mirror-too-old';

function sentenceOf(found: WhyNot): string {
  const { name, owner } = found.of;
  switch (found.why) {
    case 'closed':
      return `${name}: ${found.because}; owner ${owner}.`;
    case 'not-yet':
      return `${found.what} of ${name} counts from ${found.from} on; owner ${owner}.`;
    case 'lapsed': {
      const late = found.grace === undefined ? '' : `, longer ago than ${found.grace}`;
      return `${found.what} of ${name} lapsed after ${found.until}${late}; owner ${owner}.`;
    }
    case 'not-in-register':
      return `${name} rests on ${found.id}, which is not in the register of ${found.register}; owner ${owner}.`;
    case 'other-version':
      return `${found.shown} stands beside the form and is not in the register, which knows ${name}; owner ${owner}.`;
    case 'replaced':
      return `${name} stands beside the form; ${found.by} counts since ${found.since}; owner ${owner}.`;
    case 'other-place':
      return `Storage position: got ${found.place}, expected one of ${name}: ${found.places.join(', ')}; owner ${owner}.`;
    case 'mirror-too-old':
      return `${name} was last read from ${found.system} at ${found.asOf}, longer ago than ${found.age}; ${owner} confirms it with evidence.`;
  }
}
