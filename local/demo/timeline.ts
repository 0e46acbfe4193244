import pc from 'picocolors';
import type { EventData } from '../../lambdas/domain/events/data.ts';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import type { Opening } from '../scenario/scenario.ts';
import { plain, siteDay, siteTime, who, whoActed } from './words.ts';

/**
 * One line of the timeline a coordinator reads: when, a sign, what happened. Nothing for mere machinery. `log` holds the
 * events before this one: a correction names what it corrects.
 */
export function timelineLine(event: JourneyEvent, zone: string, log: readonly JourneyEvent[]): string | undefined {
  const told = tell(event, zone, log);
  if (told === undefined) return undefined;
  const [sign, text] = told;
  return `${pc.dim(siteTime(event.recordedAt, zone))}  ${sign} ${text}`;
}

/** Somebody opened a link: nothing of the journey, and so in no log. */
export const openingLine = ({ whenAsked, as, shows }: Opening, at: Instant, zone: string): string =>
  `${pc.dim(siteTime(at, zone))}  ${pc.dim('⌕')} ${whenAsked.step}: its link is opened by ${as ?? 'nobody who is signed in'}, ${SHOWN[shows]}`;

const SHOWN: Readonly<Record<Opening['shows'], string>> = {
  'sign-in': 'and shows only how to sign in; a form is refused',
  'somebody-else': 'is said to be asked of somebody else, and shows nothing of it; a form is refused',
  step: 'and shows the step',
};

type Told = readonly [sign: string, text: string];

function tell(event: JourneyEvent, zone: string, log: readonly JourneyEvent[]): Told | undefined {
  switch (event.type) {
    case 'journey.opened':
      return [pc.green('●'), `${openedBy(event.data)}: ${event.data.protocol.id}, at ${event.data.site.id}`];
    case 'case.opened':
      return [pc.green('●'), `${pc.bold('Case of the quality system opened')}, at ${event.data.site.id}`];
    case 'phase.entered':
      return [pc.cyan('▸'), pc.bold(phaseTitle(event.data))];
    case 'phase.ended':
      return [pc.cyan('◂'), `${phaseTitle(event.data)} ended: ${plain(event.data.outcome)}`];
    case 'rung.reached':
      return event.data.silent
        ? undefined
        : [
            event.data.class === 'critical' ? pc.red('✉') : pc.dim('✉'),
            `${event.data.to.join(', ')} ${rungText(event.data.rung)}: ${event.data.step}`,
          ];
    case 'identity.differs':
      return [pc.red('≠'), `${event.data.sender} says otherwise of the patient: ${event.data.differs.join(', ')}`];
    case 'notice.acknowledged':
      return [pc.green('✓'), `${event.data.step}: urgent notice acknowledged by ${who(event.by)}`];
    case 'mail.bounced':
      return [pc.red('✉'), `Mail to ${event.data.to} did not arrive`];
    case 'checklist.recorded':
      return [
        pc.green('·'),
        `${itemTitle(event.data)} at ${siteTime(event.occurredAt.at, zone).slice(-5)}, by ${whoActed(event)}${exemptedText(event.data)}`,
      ];
    case 'step.decided':
      return [
        pc.green('✔'),
        `${event.data.step}: ${pc.bold(plain(event.data.decision))} — signed by ${whoActed(event)}${exemptedText(event.data)}`,
      ];
    case 'step.skipped':
      return [pc.dim('○'), pc.dim(`${event.data.step}: nobody is asked, ${plain(event.data.because)}`)];
    case 'report.made':
      return [
        pc.red('⚑'),
        `${pc.bold(`Reported: ${plain(event.data.report)}`)}${passedText(event.data.values, zone)} — by ${whoActed(event)}`,
      ];
    case 'alarm.carried':
      return [pc.red('⚑'), pc.bold(`Storage alarm reported for the whole device at ${event.data.from.journeyId}`)];
    case 'step.withdrawn':
      return [pc.yellow('✕'), `${event.data.step} no longer needed (${event.data.because})`];
    case 'step.claimed':
      return [
        pc.dim('◐'),
        `${event.data.step}: ${who(event.by)} sees to it until ${siteTime(event.data.until, zone).slice(-5)}${event.data.reason === undefined ? '' : `: ${event.data.reason}`}`,
      ];
    case 'step.unclaimed':
      return [pc.dim('○'), `${event.data.step}: given back by ${who(event.by)}`];
    case 'step.extended':
      return [
        pc.yellow('→'),
        `${event.data.step} extended to ${siteTime(event.data.dueAt, zone)}: ${event.data.reason}`,
      ];
    case 'journey.held':
      return [pc.yellow('‖'), `${pc.bold('On hold')}: ${event.data.reason}`];
    case 'journey.resumed':
      return [pc.green('▶'), `${pc.bold('Resumed')}: ${event.data.reason}`];
    case 'journey.cancelled':
      return [pc.yellow('■'), `${pc.bold('Cancelled')}: ${event.data.reason}`];
    case 'time.corrected':
      return [
        pc.yellow('↺'),
        `${correctionText(event.data, zone, log)}, ${event.data.changes.length} clocks moved: ${event.data.reason}`,
      ];
    case 'deviation.opened':
      return [pc.red('!'), `${event.data.class} deviation opened: ${plain(event.data.kind)}`];
    case 'deviations.found':
      return [pc.red('!'), `${event.data.deviations.length} deviations found, opened one after the other`];
    case 'run.started':
      return event.data.reason === 'opened'
        ? undefined
        : [pc.dim('⟳'), pc.dim('running on: the state machine was renewed')];
    case 'plan.changed': {
      const text = planText(event.data.items, zone);
      return text === undefined ? undefined : [pc.cyan('◷'), text];
    }
    case 'journey.closing':
      return [
        pc.yellow('■'),
        pc.bold(`The course has ended: ${plain(event.data.outcome)}; what is left is put in order`),
      ];
    case 'journey.closed':
      return [pc.green('●'), pc.bold(closedText(event.data, zone))];
    case 'step.opened':
    case 'step.reassigned':
    case 'link.reissued':
    case 'mail.resent':
      return undefined;
  }
}

/** The gates that were closed, and what it went by all the same. */
const exemptedText = ({ exemptions = [] }: Pick<EventData<'step.decided'>, 'exemptions'>): string =>
  exemptions.map(({ gate, of }) => `, past the gate ${plain(gate)} (as signed at ${of.join(' and ')})`).join('');

/** Which gate is passed, by whom and until when, where a report says so. */
const passedText = ({ gate, performer, exemptedUntil }: Readonly<Record<string, unknown>>, zone: string): string =>
  gate === undefined
    ? ''
    : `, past the gate ${plain(String(gate))}${performer === undefined ? '' : `, for ${performer}`} until ${siteTime(String(exemptedUntil), zone)}`;

/** What is new in the plan and what moved; what is over is not worth a line. */
function planText(items: EventData<'plan.changed'>['items'], zone: string): string | undefined {
  const told = items.flatMap(({ item, from, to }) => {
    if (to === null) return [];
    return from === null
      ? [`${plain(item)} ${siteDay(to.from, zone)}`]
      : [`${plain(item)} moved from ${movedText(from.from, to.from, zone)}`];
  });
  return told.length === 0 ? undefined : `Plan: ${told.join('; ')}`;
}

/** Days, or the times where the day is the same. */
function movedText(from: string, to: string, zone: string): string {
  const text = siteDay(from, zone) === siteDay(to, zone) ? siteTime : siteDay;
  return `${text(from, zone)} to ${text(to, zone)}`;
}

const closedText = (
  { outcome, retainUntil }: { outcome: string; retainUntil?: string | undefined },
  zone: string,
): string =>
  `Journey closed: ${plain(outcome)}${retainUntil === undefined ? '' : `; its record is kept until ${siteDay(retainUntil, zone).slice(4)}`}`;

/** An item with the container it is about, and what the maker said where it is a milestone. */
function itemTitle({ item, values }: { item: string; values: Readonly<Record<string, unknown>> }): string {
  const about = [values.container, values.milestone].filter((one) => typeof one === 'string');
  return [plain(item), ...about].join(' ');
}

/** `Time of infusion started corrected from 18:12 to 18:11`; the days are named where they differ. */
function correctionText(
  { seq, occurredAt, evidence }: Extract<JourneyEvent, { type: 'time.corrected' }>['data'],
  zone: string,
  log: readonly JourneyEvent[],
): string {
  const wrong = log.find((event) => event.seq === seq);
  if (evidence !== undefined) {
    const { path, from, to } = evidence;
    return `${path} of ${wrong === undefined ? `event ${seq}` : eventTitle(wrong)} corrected from ${from} to ${to}`;
  }
  const earlier = log.findLast((event) => event.type === 'time.corrected' && event.data.seq === seq);
  const was = earlier?.type === 'time.corrected' ? earlier.data.occurredAt : wrong?.occurredAt;
  const now = siteTime(occurredAt.at, zone);
  const text = `Time of ${wrong === undefined ? `event ${seq}` : eventTitle(wrong)} corrected`;
  if (was === undefined) return `${text} to ${now}`;
  const before = siteTime(was.at, zone);
  const [from, to] = before.slice(0, -5) === now.slice(0, -5) ? [before.slice(-5), now.slice(-5)] : [before, now];
  return `${text} from ${from} to ${to}`;
}

function eventTitle({ type, data }: JourneyEvent): string {
  switch (type) {
    case 'checklist.recorded':
      return itemTitle(data);
    case 'step.decided':
      return `${data.step}: ${plain(data.decision)}`;
    default:
      return type;
  }
}

const phaseTitle = ({ phase, round, visit }: { phase: string; round: number; visit?: string | undefined }): string => {
  if (phase === 'FollowUpVisit') return visit === undefined ? `Follow-up visit ${round}` : `Follow-up visit ${visit}`;
  const title = PHASE_TITLES[phase] ?? phase;
  return round === 1 ? title : `${title}, round ${round}`;
};

const PHASE_TITLES: Readonly<Record<string, string>> = {
  PendingTests: 'Pending tests',
  IdentityMismatch: 'Mismatch of identity',
  FlagReview: 'Review of flags',
  LifelongWatch: 'Lifelong watch',
  Transcription: 'Entry from paper',
  ContinuationReview: 'Review of an emergency continuation',
  Correction: 'Correction',
  Capa: 'CAPA',
  ChangeControl: 'Change control',
};

const RUNG_TEXTS: Readonly<Record<string, string>> = {
  asked: 'asked to sign',
  half: 'reminded, half the time is gone',
  nearly: 'reminded, nearly due',
  due: 'told that it is due',
  expired: 'called, the product has expired',
  'in-use': 'called, an in-use limit has passed',
  'in-use-ends': 'warned, an in-use limit comes in minutes',
  overdue: 'told that it is overdue',
};

const rungText = (rung: string): string =>
  RUNG_TEXTS[rung] ??
  RUNG_TEXTS[rung.replace(/(-\d+)+$/, '')] ??
  (rung.startsWith('expiry') ? `warned, the product expires in ${rung.slice(7)} days` : `reminded: ${plain(rung)}`);

const openedBy = ({ order }: EventData<'journey.opened'>): string =>
  order === undefined ? pc.bold('Opened from a referral') : `${pc.bold('Order received')} from ${order.sender}`;
