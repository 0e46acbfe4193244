import { STEPS } from '../../domain/vocabulary.ts';
import { headerText } from '../design/safe.ts';
import { say } from '../i18n/texts.ts';
import { type ToldDictionary, toldDictionary } from '../i18n/told-dictionary.ts';
import { instantText } from '../time-text.ts';
import type { Language, Mail, TellNotice } from '../views.ts';
import { type MailParts, type MailRow, mailHtml, mailText, wholeList } from './shell.ts';
import { subject } from './subject.ts';

/** A mail that tells what happened to a journey or a message. */
export function tellMail(notice: TellNotice, language: Language, listAt?: string): Mail {
  const texts = toldDictionary(language);
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
    paragraphs: [text],
    rows: [...rowsOf(notice, texts), [texts.mail.when, instantText(notice.at, notice.zone, language)]],
    small: [...wholeList(texts, listAt), texts.mail.noReply, texts.page.disclaimer],
  };
  return {
    subject: subject({ urgent, id, about: '', wanted: told.subject }),
    text: mailText(parts),
    html: mailHtml(parts),
  };
}

function rowsOf(notice: TellNotice, texts: ToldDictionary): readonly MailRow[] {
  const [name, id] = [nameOf(notice, texts), subjectOf(notice)];
  return [[name, id], ...detailRows(notice, texts)];
}

/** What it is about: a journey, a message or a person. */
export const subjectOf = (notice: TellNotice): string =>
  'journeyId' in notice
    ? notice.journeyId
    : notice.notice === 'message-parked'
      ? notice.eventId
      : headerText(notice.reader, 'reader');

const nameOf = (notice: TellNotice, { page, mail, urgent }: ToldDictionary): string =>
  'journeyId' in notice ? page.journey : notice.notice === 'message-parked' ? mail.message : urgent.reader;

/** What is said of it beside the journey or message it is about. */
export function detailRows(notice: TellNotice, texts: ToldDictionary): readonly MailRow[] {
  const { mail, deviations, reports } = texts;
  if (notice.notice === 'message-parked') return [[mail.sender, headerText(notice.sender, 'sender')]];
  if (notice.notice === 'run-replaced') return [[mail.run, String(notice.run)]];
  if (notice.notice === 'deviation-opened') return [[mail.deviation, say(deviations, notice.kind)]];
  if (notice.notice === 'mail-bounced') return [[texts.urgent.reader, headerText(notice.reader, 'reader')]];
  if (notice.notice === 'journey-reported') return [[mail.report, say(reports, notice.report)]];
  if (notice.notice === 'finding-recorded') return [[mail.recordedIn, stepTitle(notice.step, texts)]];
  const by = 'by' in notice ? notice.by : undefined;
  return by === undefined ? [] : [[mail.by, mail.sides[by]]];
}

function stepTitle(name: string, { steps }: ToldDictionary): string {
  const known = STEPS.find((step) => step === name);
  if (known === undefined) throw new RangeError(`Mail: got step ${name}, expected one of ${STEPS.join(', ')}.`);
  return steps[known].title;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
