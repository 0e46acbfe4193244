import { STEPS } from '../../domain/vocabulary.ts';
import { headerText, inLanguage } from '../design/safe.ts';
import { type Dictionary, dictionary } from '../i18n/dictionary.ts';
import { find, say } from '../i18n/texts.ts';
import type { Mail, TellNotice, ToldAs } from '../mail-views.ts';
import { shortShiftText } from '../parts/coverage-texts.ts';
import { whatText } from '../parts/register-texts.ts';
import { entryPath } from '../register-address.ts';
import { dayText, instantText } from '../time-text.ts';
import type { Language } from '../views.ts';
import { mirrorRows } from './mirror-rows.ts';
import { type MailParts, type MailRow, mailHtml, mailText, toldAs, wholeList } from './shell.ts';
import { subject } from './subject.ts';

/** A mail that tells what happened to a journey or a message. */
export function tellMail(notice: TellNotice & ToldAs, language: Language, listAt?: string): Mail {
  const texts = dictionary(language);
  const told = texts.mail.tells[notice.notice];
  const urgent = notice.class === 'critical' ? texts.mail.critical : undefined;
  const id = subjectOf(notice);
  const text =
    notice.notice === 'journey-closed' || notice.notice === 'journey-closing'
      ? `${told.text} ${texts.journeyOutcomes[notice.outcome]}.`
      : told.text;
  const parts: MailParts = {
    language,
    title: capitalised(told.subject),
    urgent,
    paragraphs: [text, ...toldAs(notice, texts)],
    rows: [...rowsOf(notice, texts, language), [texts.mail.when, instantText(notice.at, notice.zone, language)]],
    action: entryAction(notice, texts, language, listAt),
    small: [...wholeList(texts, listAt), texts.mail.noReply, texts.page.disclaimer],
  };
  return {
    subject: subject({ urgent, id, about: '', wanted: told.subject }),
    text: mailText(parts),
    html: mailHtml(parts),
  };
}

/** What is renewed is renewed on its page. */
function entryAction(
  notice: TellNotice,
  { mail }: Dictionary,
  language: Language,
  listAt: string | undefined,
): MailParts['action'] {
  if (notice.notice !== 'renewal-due' || notice.what === 'competence') return undefined;
  if (notice.entry === undefined || listAt === undefined) return undefined;
  const base = listAt.slice(0, -LIST_PATH.length);
  return { label: mail.openEntry, link: inLanguage(`${base}${entryPath(notice.what, notice.entry.id)}`, language) };
}

const LIST_PATH = '/worklist';

function rowsOf(notice: TellNotice, texts: Dictionary, language: Language): readonly MailRow[] {
  const name = nameOf(notice, texts);
  return [...(name === undefined ? [] : [[name, subjectOf(notice)] as const]), ...detailRows(notice, texts, language)];
}

/** What it is about: a journey, a message, a person, or a site. */
export function subjectOf(notice: TellNotice): string {
  if ('journeyId' in notice) return notice.journeyId;
  if ('site' in notice) return notice.site;
  if (isLapsing(notice)) return headerText(notice.owner, 'owner');
  return notice.notice === 'message-parked' ? notice.eventId : headerText(notice.reader, 'reader');
}

/** Undefined where what follows says it already. */
function nameOf(notice: TellNotice, { page, mail, urgent }: Dictionary): string | undefined {
  if ('journeyId' in notice) return page.journey;
  if ('site' in notice) return undefined;
  return notice.notice === 'message-parked' ? mail.message : urgent.reader;
}

/** More than these are looked up in the rota itself. */
const MOST_GAPS = 10;

/** What is said of it beside what it is about. */
export function detailRows(notice: TellNotice, texts: Dictionary, language: Language): readonly MailRow[] {
  const { mail, deviations, reports } = texts;
  if (notice.notice === 'rota-gap') {
    const { role, zone, gaps } = notice;
    const period = ({ from, until }: (typeof gaps)[number]): string =>
      `${instantText(from, zone, language)} – ${instantText(until, zone, language)}`;
    return [
      [mail.rotaOf, texts.roles[role]],
      ...gaps.slice(0, MOST_GAPS).map((gap) => [mail.rotaGap, period(gap)] as const),
    ];
  }
  if (notice.notice === 'shift-short') {
    const { days, zone } = notice;
    return days.slice(0, MOST_GAPS).map((day) => [day.journeyId, shortShiftText(day, zone, language)] as const);
  }
  if (isLapsing(notice)) return renewalRows(notice, texts, language);
  if ('register' in notice) return mirrorRows(notice, texts, language);
  if ('items' in notice) return trainingRows(notice, texts, language);
  if (notice.notice === 'message-parked') return [[mail.sender, headerText(notice.sender, 'sender')]];
  if (notice.notice === 'run-replaced') return [[mail.run, String(notice.run)]];
  if (notice.notice === 'deviation-opened') return [[mail.deviation, say(deviations, notice.kind)]];
  if (notice.notice === 'mail-bounced') return [[texts.urgent.reader, headerText(notice.reader, 'reader')]];
  if (notice.notice === 'journey-reported') return [[mail.report, say(reports, notice.report)]];
  if (notice.notice === 'finding-recorded') return [[mail.recordedIn, stepTitle(notice.step, texts)]];
  const by = 'by' in notice ? notice.by : undefined;
  return by === undefined ? [] : [[mail.by, mail.sides[by]]];
}

type TrainingNotice = Extract<TellNotice, { notice: `training-${string}` }>;

type LapsingNotice = Extract<TellNotice, { notice: 'renewal-due' | 'task-due' }>;

const isLapsing = (notice: TellNotice): notice is LapsingNotice =>
  notice.notice === 'renewal-due' || notice.notice === 'task-due';

/** What lapses, on which day, and what waits for it where it has. */
function renewalRows(
  { notice, what, name, entry, system, lastDay, short, hits, zone }: LapsingNotice,
  texts: Dictionary,
  language: Language,
): readonly MailRow[] {
  const { mail, registers } = texts;
  const about: readonly MailRow[] =
    what === 'competence'
      ? [[mail.competenceIn, find<string>(mail.tasks, name) ?? headerText(name, 'name')]]
      : [
          [registers.names[what], headerText(name, 'name')],
          ...(entry === undefined || short !== undefined
            ? []
            : [
                [
                  notice === 'task-due' ? mail.toDo : mail.lapses,
                  headerText(whatText(entry.part, language), 'part'),
                ] as const,
              ]),
          ...(system === undefined ? [] : [[mail.renewedIn, headerText(system, 'system')] as const]),
        ];
  return [
    ...about,
    ...(short === undefined ? [] : [[mail.headcount, shortHeadcountText(short, texts)] as const]),
    ...(short?.isNow === true ? [] : [[mail.lastDay, dayText(`${lastDay}T12:00:00.000Z`, 'UTC', language)] as const]),
    ...hits.map(
      ({ journeyId, step, dueAt }) =>
        [mail.asksForIt, `${journeyId}, ${texts.steps[step].title}, ${instantText(dueAt, zone, language)}`] as const,
    ),
  ];
}

/** What is read, written and practised, and by when. */
function trainingRows(
  { document, by, items }: TrainingNotice,
  { mail, training }: Dictionary,
  language: Language,
): readonly MailRow[] {
  return [
    ...(document === undefined ? [] : [[training.document, headerText(document, 'document')] as const]),
    ...items.map(({ task, protocol, read, test, observed }): MailRow => {
      const what = [
        ...(read === undefined ? [] : [training.read(headerText(read, 'document'))]),
        ...(test === undefined ? [] : [training.test(test)]),
        ...(observed === undefined ? [] : [training.observed(observed)]),
      ];
      const name = task === undefined ? training.label : mail.tasks[task];
      return [protocol === undefined ? name : `${name} (${headerText(protocol, 'protocol')})`, what.join('; ')];
    }),
    ...(by === undefined ? [] : [[training.by, dayText(`${by}T12:00:00.000Z`, 'UTC', language)] as const]),
  ];
}

/** How many of how many, in which task, and whose assessment ends. */
function shortHeadcountText(
  { task, have, need, because }: NonNullable<LapsingNotice['short']>,
  { coverage, mail }: Dictionary,
): string {
  const who = because.length === 0 ? '' : `; ${coverage.because(because.join(', '))}`;
  return headerText(`${coverage.place(mail.tasks[task], have, need)}${who}`, 'headcount');
}

function stepTitle(name: string, { steps }: Dictionary): string {
  const known = STEPS.find((step) => step === name);
  if (known === undefined) throw new RangeError(`Mail: got step ${name}, expected one of ${STEPS.join(', ')}.`);
  return steps[known].title;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
