import { isUnknown } from '../../domain/registers/judge-entry.ts';
import type { EntryStanding } from '../../domain/registers/standing.ts';
import { type Instant, millisecondsBetween } from '../../domain/time.ts';
import { inLanguage } from '../design/safe.ts';
import { type ComponentChildren, h, type VNode } from '../element.ts';
import { isInstant } from '../fact-text.ts';
import { dictionary } from '../i18n/dictionary.ts';
import { find, plainWords } from '../i18n/texts.ts';
import { entryPath } from '../register-address.ts';
import type { Leaf, Listed, WhyNot } from '../register-views.ts';
import { dateText, localText } from '../time-text.ts';
import type { Language } from '../views.ts';

const DAY = 86_400_000;

/** What a register calls something, such as `calibration`, in the language where it has a word for it. */
export function whatText(what: string, language: Language): string {
  const { registerWords, registers } = dictionary(language);
  const [, version] = /^version (.+)$/.exec(what) ?? [];
  return version === undefined ? (find<string>(registerWords.whats, what) ?? what) : registers.version(version);
}

/** Whether an entry may be used, in words, so that no colour is needed to see it; and why not. */
export function standingText({ entry, whyNot }: Listed, zone: string, language: Language): VNode {
  const { registers } = dictionary(language);
  if (whyNot === undefined) return h('p', {}, registers.usable);
  const reason = whyNotText(whyNot, zone, language);
  const inFront = whyNot.of === entry ? reason : [whyNot.of.name, ': ', reason];
  return h(
    'div',
    {},
    h('p', { class: 'clock late' }, isUnknown(whyNot) ? registers.unknown : registers.closed),
    h('p', {}, inFront),
  );
}

function whyNotText(found: WhyNot, zone: string, language: Language): ComponentChildren {
  const text = whyNotPlain(found, zone, language);
  // What closes an entry is said in the words of its register, but for its status.
  const isOfRegister = found.why === 'closed' && statusText(found.because, language) === undefined;
  return isOfRegister && language !== 'en' ? h('span', { lang: 'en' }, text) : text;
}

/** How registers say that the status of an entry closes it, and what was written beside it. */
const BY_STATUS = /^(?:its status is (?<status>\w+)|(?<word>limited|in quarantine|retired))(?:: (?<because>.*))?$/su;
const STATUS_OF_WORD: Readonly<Record<string, string>> = {
  limited: 'LIMITED',
  'in quarantine': 'QUARANTINED',
  retired: 'RETIRED',
};

/** The same with the status in the language of the reader; undefined where it is closed by something else. */
function statusText(because: string, language: Language): string | undefined {
  const { registers, registerWords } = dictionary(language);
  const { status, word = '', because: beside } = BY_STATUS.exec(because)?.groups ?? {};
  const said = find<string>(registerWords.values, status ?? STATUS_OF_WORD[word] ?? '');
  if (said === undefined) return undefined;
  const told = status === undefined ? said : registers.status(said);
  return beside === undefined ? told : `${told}: ${beside}`;
}

/**
 * What of a register closes a gate, and who sees to it, on the page of the entry where it leads; of what was not read lately, how they
 * confirm it.
 */
export const whoSeesToIt = (found: WhyNot, zone: string, language: Language): ComponentChildren => [
  h('a', { href: inLanguage(entryPath(found.of.register, found.of.id), language) }, found.of.name),
  ': ',
  whyNotText(found, zone, language),
  `. ${ownerText(found, language)}`,
];

/** The same where nothing but text is read, as in a mail. */
export const whoSeesToItPlain = (found: WhyNot, zone: string, language: Language): string =>
  `${found.of.name}: ${whyNotPlain(found, zone, language)}. ${ownerText(found, language)}`;

function ownerText({ of, why }: WhyNot, language: Language): string {
  const { registers } = dictionary(language);
  const owner = `${registers.owner}: ${ownerName(of, language)}.`;
  return why === 'mirror-too-old' ? `${owner} ${registers.howToConfirm}` : owner;
}

/** Who sees to an entry: a role by its name, a person by their user id. */
export const ownerName = ({ owner }: Pick<EntryStanding, 'owner'>, language: Language): string =>
  find<string>(dictionary(language).roles, owner) ?? owner;

function whyNotPlain(found: WhyNot, zone: string, language: Language): string {
  const { registers } = dictionary(language);
  switch (found.why) {
    case 'closed':
      return statusText(found.because, language) ?? found.because;
    case 'not-yet':
      return registers.notYet(whatText(found.what, language), dateText(found.from, language));
    case 'lapsed':
      return registers.lapsed(whatText(found.what, language), dateText(found.until, language));
    case 'not-in-register':
      return registers.notInRegister(found.id, registers.names[found.register]);
    case 'mirror-too-old':
      return registers.tooOld(found.system, localText(found.asOf, zone, language));
    case 'other-version':
      return registers.otherVersion(found.shown);
    case 'replaced':
      return registers.replaced(found.by, dateText(found.since, language));
    case 'other-place':
      return registers.otherPlace(found.place, found.places.join(', '));
  }
}

/** The next day by which something ends or is to be done. */
export function nextDayText({ next }: Listed, language: Language): string {
  if (next === undefined) return '';
  return dictionary(language).registers.ends(whatText(next.what, language), dateText(next.on, language));
}

/** Where a row is kept whose master is another system, and how long ago it was read. */
export function mirrorText({ mirror }: EntryStanding, now: Instant, language: Language): string {
  const { registers } = dictionary(language);
  if (mirror === undefined) return registers.here;
  const days = Math.max(0, Math.floor(millisecondsBetween(mirror.asOf, now) / DAY));
  return `${mirror.system}, ${registers.readAgo(days)}`;
}

/** From when until when something of an entry counts, and what is to be done by when. */
export function countsTexts({ counts, due = [] }: EntryStanding, language: Language): readonly string[] {
  const { counts: texts } = dictionary(language).registers;
  const day = (date: string): string => dateText(date, language);
  return [
    ...counts.map(({ what, from, until }) => {
      const said = whatText(what, language);
      if (from !== undefined && until !== undefined) return texts.both(said, day(from), day(until));
      if (until !== undefined) return texts.until(said, day(until));
      return from === undefined ? texts.always(said) : texts.from(said, day(from));
    }),
    ...due.map(({ what, on }) => texts.due(whatText(what, language), day(on))),
  ];
}

/** The way to a value of an entry in words: `Hazards 2, Severity`. */
export function pathText(path: readonly string[], language: Language): string {
  const fields: Readonly<Record<string, string>> = dictionary(language).registerWords.fields;
  return path.reduce((before, part) => {
    if (/^\d+$/.test(part)) return `${before} ${part}`;
    const said = find(fields, part) ?? plainWords(part);
    return before === '' ? said : `${before}, ${said}`;
  }, '');
}

/** Fields whose values are chosen from a list; anything else stands as it was entered. */
const CHOSEN = ['status', 'type', 'kind', 'class', 'scope', 'method', 'language', 'role'];

/** A value of an entry as it is read: a day in words, a status by its name, anything else as it was entered. */
export function valueText({ path, value }: Leaf, zone: string, language: Language): string {
  const { registers, registerWords, roles } = dictionary(language);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return dateText(value, language);
  if (isInstant(value)) return localText(value, zone, language);
  if (value === 'true') return registers.yes;
  if (value === 'false') return registers.no;
  const field = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
  if (!CHOSEN.includes(field)) return value;
  const said = (one: string): string => find<string>(registerWords.values, one) ?? find<string>(roles, one) ?? one;
  return value.split(', ').map(said).join(', ');
}
