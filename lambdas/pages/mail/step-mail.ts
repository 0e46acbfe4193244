import { safeLink } from '../design/safe.ts';
import { dictionary } from '../i18n/dictionary.ts';
import { instantText } from '../time-text.ts';
import { type Language, type Mail, RUNGS, type Rung, type StepNotice } from '../views.ts';
import { type MailParts, mailHtml, mailText } from './shell.ts';
import { subject } from './subject.ts';

const PAST_DUE: readonly Rung[] = ['overdue', 'weekly', 'monthly'];

/** The mail that asks one role to open one step. */
export function stepMail(notice: StepNotice, language: Language): Mail {
  const texts = dictionary(language);
  const step = texts.steps[notice.step];
  const rung = rungOf(notice.rung);
  const urgent = notice.class === 'critical' ? texts.mail.critical : undefined;
  const round = notice.round > 1 ? `, ${texts.page.round(notice.round)}` : '';
  const dueLabel = PAST_DUE.includes(rung) ? texts.mail.wasDue : texts.mail.due;
  const parts: MailParts = {
    language,
    title: step.title,
    urgent,
    paragraphs: [step.ask, texts.mail.rungs[rung].why, ...(notice.heldBack === true ? [texts.mail.heldBack] : [])],
    rows: [
      [texts.page.journey, notice.journeyId],
      [texts.page.phase, `${texts.phases[notice.phase]}${round}`],
      [texts.page.askedOf, texts.roles[notice.role]],
      ...(notice.dueAt === undefined ? [] : [[dueLabel, instantText(notice.dueAt, notice.zone, language)] as const]),
    ],
    action: { label: texts.mail.open, link: safeLink(notice.link) },
    small: [texts.mail.linkOnly, texts.mail.keepLink, texts.mail.noReply, texts.page.disclaimer],
  };
  const wanted = texts.mail.rungs[rung].subject;
  return {
    subject: subject({ urgent, id: notice.journeyId, about: step.title, wanted }),
    text: mailText(parts),
    html: mailHtml(parts),
  };
}

/** The kind of a rung of a ladder: `weekly-3` → `weekly`. Throws on a rung that nobody wrote words for. */
export function rungOf(name: string): Rung {
  const kind = RUNGS.find((rung) => rung === name) ?? RUNGS.find((rung) => name.replace(/(-\d+)+$/, '') === rung);
  if (kind !== undefined) return kind;
  throw new RangeError(`Mail: got rung ${name}, expected one of ${RUNGS.join(', ')}, with or without a count.`);
}
