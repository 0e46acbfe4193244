import { STEPS } from '../../domain/vocabulary.ts';
import { headerText } from '../design/safe.ts';
import { say } from '../i18n/texts.ts';
import { type ToldDictionary, toldDictionary } from '../i18n/told-dictionary.ts';
import type { Mail, TellNotice, ToldAs } from '../mail-views.ts';
import { instantText } from '../time-text.ts';
import type { Language } from '../views.ts';
import { type MailParts, mailHtml, mailText, toldAs, wholeList } from './shell.ts';
import { subject } from './subject.ts';

/** A mail that tells what happened to a journey or a message. */
export function tellMail(notice: TellNotice & ToldAs, language: Language, listAt?: string): Mail {
  const texts = toldDictionary(language);
  const told = texts.mail.tells[notice.notice];
  const urgent = notice.class === 'critical' ? texts.mail.critical : undefined;
  const id = idOf(notice);
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
    small: [...wholeList(texts, listAt), texts.mail.noReply, texts.page.disclaimer],
  };
  return {
    subject: subject({ urgent, id, about: '', wanted: told.subject }),
    text: mailText(parts),
    html: mailHtml(parts),
  };
}

function idOf(notice: TellNotice): string {
  if (notice.notice === 'rota-gap') return notice.site;
  return notice.notice === 'message-parked' ? notice.eventId : notice.journeyId;
}

/** More than these are looked up in the rota itself. */
const MOST_GAPS = 10;

function rowsOf(notice: TellNotice, texts: ToldDictionary, language: Language): readonly (readonly [string, string])[] {
  const { page, mail, deviations, reports } = texts;
  if (notice.notice === 'message-parked') {
    return [
      [mail.message, notice.eventId],
      [mail.sender, headerText(notice.sender, 'sender')],
    ];
  }
  if (notice.notice === 'rota-gap') {
    const { role, zone, gaps } = notice;
    const period = ({ from, until }: (typeof gaps)[number]): string =>
      `${instantText(from, zone, language)} – ${instantText(until, zone, language)}`;
    return [
      [mail.rotaOf, texts.roles[role]],
      ...gaps.slice(0, MOST_GAPS).map((gap) => [mail.rotaGap, period(gap)] as const),
    ];
  }
  const journey = [page.journey, notice.journeyId] as const;
  if (notice.notice === 'run-replaced') return [journey, [mail.run, String(notice.run)]];
  if (notice.notice === 'deviation-opened') return [journey, [mail.deviation, say(deviations, notice.kind)]];
  if (notice.notice === 'mail-bounced') return [journey, [texts.urgent.reader, headerText(notice.reader, 'reader')]];
  if (notice.notice === 'journey-reported') return [journey, [mail.report, say(reports, notice.report)]];
  if (notice.notice === 'finding-recorded') return [journey, [mail.recordedIn, stepTitle(notice.step, texts)]];
  const by = 'by' in notice ? notice.by : undefined;
  return by === undefined ? [journey] : [journey, [mail.by, mail.sides[by]]];
}

function stepTitle(name: string, { steps }: ToldDictionary): string {
  const known = STEPS.find((step) => step === name);
  if (known === undefined) throw new RangeError(`Mail: got step ${name}, expected one of ${STEPS.join(', ')}.`);
  return steps[known].title;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
