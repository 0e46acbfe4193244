import { plusMilliseconds } from '../../domain/time.ts';
import { headerText } from '../design/safe.ts';
import { type Dictionary, dictionary } from '../i18n/dictionary.ts';
import type { Mail, PlanChange, PlanNotice, Stretch } from '../mail-views.ts';
import { dayText, instantText } from '../time-text.ts';
import type { Language } from '../views.ts';
import { type MailParts, mailHtml, mailText, wholeList } from './shell.ts';
import { subject } from './subject.ts';

/** The mail that tells one person which dates in their own diary are new, have moved or are gone. */
export function planMail(notice: PlanNotice, language: Language, listAt?: string): Mail {
  const texts = dictionary(language);
  const { plan } = texts;
  const { journeyId, changes, zone } = notice;
  const news = changes.every(({ from }) => from === null) ? plan.isNew : plan.moved;
  const parts: MailParts = {
    language,
    title: news.title,
    paragraphs: [news.text, plan.invitations],
    rows: [
      [texts.page.journey, journeyId],
      ...changes.map((change) => [nameOf(change, texts), changeText(change, zone, language)] as const),
      [texts.mail.when, instantText(notice.at, zone, language)],
    ],
    small: [plan.wholeDays, ...wholeList(texts, listAt), texts.mail.noReply, texts.page.disclaimer],
  };
  const [only, ...others] = changes;
  const about = only === undefined || others.length > 0 ? '' : nameOf(only, texts);
  return {
    subject: subject({ id: journeyId, about, wanted: news.subject }),
    text: mailText(parts),
    html: mailHtml(parts),
  };
}

/** What a calendar entry says: item and journey, never a patient. */
export function planSummary(
  journeyId: string,
  change: PlanChange,
  zone: string,
  language: Language,
): { readonly summary: string; readonly description: string } {
  const texts = dictionary(language);
  return {
    summary: `${nameOf(change, texts)}, ${texts.plan.journey(journeyId)}`,
    description: `${changeText(change, zone, language)}\n${texts.page.disclaimer}`,
  };
}

export function nameOf({ item, number, visit }: PlanChange, { plan }: Dictionary): string {
  const name = plan.items[item];
  if (visit !== undefined) return `${name} ${headerText(visit, 'visit')}`;
  return number === 1 ? name : `${name} (${plan.again(number)})`;
}

export function changeText({ from, to }: PlanChange, zone: string, language: Language): string {
  const { plan } = dictionary(language);
  const before = from === null ? undefined : stretchText(from, zone, language);
  if (to === null) return plan.gone(before ?? '');
  const now = stretchText(to, zone, language);
  return before === undefined ? now : plan.wasBefore(now, before);
}

/** A day, some days, or instants in the zone of the site. */
export function stretchText({ from, until, wholeDays }: Stretch, zone: string, language: Language): string {
  if (!wholeDays) {
    const start = instantText(from, zone, language);
    return until > from ? `${start} – ${instantText(until, zone, language)}` : start;
  }
  const first = dayText(from, zone, language);
  // The stretch ends with the start of the day after its last.
  const last = dayText(plusMilliseconds(until, -1), zone, language);
  return first === last ? first : `${first} – ${last}`;
}
