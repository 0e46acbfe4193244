import { isWarning } from '../../domain/clocks/rung-name.ts';
import { originOf } from '../../domain/clocks/unseen.ts';
import { headerText, safeLink } from '../design/safe.ts';
import { factText } from '../fact-text.ts';
import { type Dictionary, dictionary } from '../i18n/dictionary.ts';
import { say } from '../i18n/texts.ts';
import { type Mail, RUNGS, type Rung, type StepNotice, type ToldAs } from '../mail-views.ts';
import { shortShiftText } from '../parts/coverage-texts.ts';
import { whoSeesToItPlain } from '../parts/register-texts.ts';
import { dayText, instantText } from '../time-text.ts';
import { gateKey, type Language } from '../views.ts';
import { type MailParts, type MailRow, mailHtml, mailText, toldAs, wholeList } from './shell.ts';
import { subject } from './subject.ts';

const PAST_DUE: readonly Rung[] = ['overdue', 'weekly', 'monthly'];

/** The mail that asks one role to open one step, or tells another that it waits. */
export function stepMail(notice: StepNotice & ToldAs, language: Language, listAt?: string): Mail {
  const texts = dictionary(language);
  const step = texts.steps[notice.step];
  const rung = rungOf(notice.rung);
  const urgent = notice.class === 'critical' ? texts.mail.critical : undefined;
  const { signer } = notice;
  const isAsked = notice.role === signer;
  const { subject: wanted, why } = rungWords(notice, texts, language);
  const dueLabel = PAST_DUE.includes(rung) ? texts.mail.wasDue : texts.mail.due;
  const parts: MailParts = {
    language,
    title: step.title,
    urgent,
    paragraphs: [
      // Who cannot sign is not asked to.
      isAsked ? step.ask : texts.mail.forInformation(texts.roles[signer]),
      why,
      ...toldAs(notice, texts),
      ...(notice.heldBack === true ? [texts.mail.heldBack] : []),
    ],
    rows: [
      [texts.page.journey, notice.journeyId],
      whereRow(notice, texts, language),
      [texts.page.askedOf, texts.roles[signer]],
      ...expiryRow(notice, texts, language),
      ...factRows(notice, texts, language),
      ...closedRows(notice, texts, language),
      ...(notice.dueAt === undefined ? [] : [[dueLabel, instantText(notice.dueAt, notice.zone, language)] as const]),
    ],
    action: { label: texts.mail.open, link: safeLink(notice.link) },
    small: [
      ...(urgent === undefined
        ? []
        : [isWarning(notice.step, notice.rung) ? texts.urgent.footerOfWarning : texts.urgent.footer]),
      texts.mail.linkOnly,
      texts.mail.keepLink,
      ...wholeList(texts, listAt),
      texts.mail.noReply,
      texts.page.disclaimer,
    ],
  };
  const about = notice.visit === undefined ? step.title : `${texts.phases[notice.phase]} ${visitName(notice.visit)}`;
  return {
    subject: subject({ urgent, id: notice.journeyId, about, wanted }),
    text: mailText(parts),
    html: mailHtml(parts),
  };
}

/** At the first asking, a step that waits for something to arrive or take place says so; else the words of the rung. */
export function rungWords(
  { step, dueAt, zone, rung: name }: Omit<StepNotice, 'link'>,
  { mail }: Dictionary,
  language: Language,
) {
  const rung = rungOf(name);
  const awaited = rung === 'asked' ? mail.awaited[step] : undefined;
  if (awaited === undefined || dueAt === undefined) return mail.rungs[rung];
  return { subject: awaited.subject, why: awaited.why(instantText(dueAt, zone, language)) };
}

/** Phase and round, or for a follow-up visit which one it is. */
function whereRow({ phase, round, visit, zone }: StepNotice, texts: Dictionary, language: Language): MailRow {
  if (visit !== undefined) {
    return [texts.phases[phase], texts.mail.visit(visitName(visit), dayText(visit.plannedOn, zone, language))];
  }
  return [texts.page.phase, `${texts.phases[phase]}${round > 1 ? `, ${texts.page.round(round)}` : ''}`];
}

function expiryRow(
  { productExpiry, zone }: StepNotice,
  { facts, mail }: Dictionary,
  language: Language,
): readonly MailRow[] {
  if (productExpiry === undefined) return [];
  const { at, daysLeft } = productExpiry;
  const left = daysLeft === undefined ? '' : `; ${mail.daysLeft(daysLeft)}`;
  return [[facts.productExpiry, `${instantText(at, zone, language)}${left}`]];
}

/** Which gates are closed or not known, with what their reader can do; why others are can be clinical, and the page says it. */
function closedRows(
  { closed, zone }: StepNotice,
  { gates, mail, page }: Dictionary,
  language: Language,
): readonly MailRow[] {
  if (closed === undefined) return [];
  const told = (wanted: 'closed' | 'unknown'): readonly string[] =>
    closed.gates
      .filter(({ status }) => status === wanted)
      .flatMap(({ gate, whyNot, shortShift }) => [
        say(gates, gateKey(gate, wanted)),
        ...(whyNot === undefined ? [] : [whoSeesToItPlain(whyNot, zone, language)]),
        ...(shortShift === undefined ? [] : [shortShiftText(shortShift, zone, language)]),
      ]);
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [page.closedHere, [...told('closed'), ...(closed.others ? [mail.closedOtherwise] : [])]],
    [page.unknownHere, told('unknown')],
  ];
  return rows.flatMap(([label, texts]): readonly MailRow[] => (texts.length === 0 ? [] : [[label, texts.join(' ')]]));
}

const factRows = ({ facts = [], zone }: StepNotice, texts: Dictionary, language: Language): readonly MailRow[] =>
  facts.map((fact) => [say(texts.facts, fact.label), factText(fact, zone, language)]);

export const visitName = ({ name }: NonNullable<StepNotice['visit']>): string => headerText(name, 'visit');

/** The kind of a rung of a ladder: `weekly-3` → `weekly`. Throws on a rung that nobody wrote words for. */
export function rungOf(name: string): Rung {
  if (originOf(name) !== name) return 'unseen';
  const kind = RUNGS.find((rung) => rung === name) ?? RUNGS.find((rung) => name.replace(/(-\d+)+$/, '') === rung);
  if (kind !== undefined) return kind;
  throw new RangeError(`Mail: got rung ${name}, expected one of ${RUNGS.join(', ')}, with or without a count.`);
}
