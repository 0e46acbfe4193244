import { STEPS } from '../../domain/vocabulary.ts';
import { headerText } from '../design/safe.ts';
import { type Dictionary, dictionary } from '../i18n/dictionary.ts';
import { say } from '../i18n/texts.ts';
import { instantText } from '../time-text.ts';
import type { Language, Mail, TellNotice } from '../views.ts';
import { type MailParts, mailHtml, mailText, wholeList } from './shell.ts';
import { subject } from './subject.ts';

/** A mail that tells what happened to a journey or a message. */
export function tellMail(notice: TellNotice, language: Language, listAt?: string): Mail {
  const texts = dictionary(language);
  const told = texts.mail.tells[notice.notice];
  const urgent = notice.class === 'critical' ? texts.mail.critical : undefined;
  const id = notice.notice === 'message-parked' ? notice.eventId : notice.journeyId;
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

function rowsOf(notice: TellNotice, texts: Dictionary): readonly (readonly [string, string])[] {
  const { page, mail, deviations, reports } = texts;
  if (notice.notice === 'message-parked') {
    return [
      [mail.message, notice.eventId],
      [mail.sender, headerText(notice.sender, 'sender')],
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

function stepTitle(name: string, { steps }: Dictionary): string {
  const known = STEPS.find((step) => step === name);
  if (known === undefined) throw new RangeError(`Mail: got step ${name}, expected one of ${STEPS.join(', ')}.`);
  return steps[known].title;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
