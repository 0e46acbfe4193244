import { safeLink } from '../design/safe.ts';
import { type Dictionary, dictionary } from '../i18n/dictionary.ts';
import type { DigestLine, DigestNotice, Mail } from '../mail-views.ts';
import { instantText } from '../time-text.ts';
import type { Language } from '../views.ts';
import { changeText, nameOf } from './plan-mail.ts';
import { type MailParts, type MailRow, mailHtml, mailText } from './shell.ts';
import { rungWords, visitName } from './step-mail.ts';
import { subject } from './subject.ts';
import { detailRows, subjectOf } from './tell-mail.ts';

/**
 * What waited for its reader, in one mail: the open steps by what is due first, then what happened. One link, to the whole
 * list, where the reader signs in; the mail itself opens nothing.
 */
export function digestMail({ lines }: DigestNotice, language: Language, listAt?: string): Mail {
  const texts = dictionary(language);
  const { digest } = texts.mail;
  const steps = lines.filter((line) => line.notice === 'step').toSorted((one, other) => byDue(one, other));
  const others = lines.filter((line) => line.notice !== 'step');
  const parts: MailParts = {
    language,
    title: digest.title,
    paragraphs: [digest.text],
    rows: [...steps, ...others].flatMap((line) => rowsOf(line, texts, language)),
    action: listAt === undefined ? undefined : { label: digest.open, link: safeLink(listAt) },
    small: [texts.mail.noReply, texts.page.disclaimer],
  };
  return {
    subject: subject({ id: digest.name, about: '', wanted: digest.wanted(steps.length, others.length) }),
    text: mailText(parts),
    html: mailHtml(parts),
  };
}

type StepLine = Extract<DigestLine, { notice: 'step' }>;

const byDue = (one: StepLine, other: StepLine): number =>
  (one.dueAt ?? '9999') < (other.dueAt ?? '9999') ? -1 : one.dueAt === other.dueAt ? 0 : 1;

function rowsOf(line: DigestLine, texts: Dictionary, language: Language): readonly MailRow[] {
  if (line.notice === 'step') {
    const { title } = texts.steps[line.step];
    const visit = line.visit === undefined ? '' : ` ${visitName(line.visit)}`;
    const due = line.dueAt === undefined ? '' : `; ${texts.mail.due}: ${instantText(line.dueAt, line.zone, language)}`;
    return [[line.journeyId, `${title}${visit}: ${rungWords(line, texts, language).subject}${due}`]];
  }
  if (line.notice === 'plan-changed') {
    return line.changes.map((change) => [
      line.journeyId,
      `${nameOf(change, texts)}: ${changeText(change, line.zone, language)}`,
    ]);
  }
  const details = detailRows(line, texts, language).map(([term, value]) => `; ${term}: ${value}`);
  return [[subjectOf(line), `${texts.mail.tells[line.notice].subject}${details.join('')}`]];
}
