import pc from 'picocolors';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { plain, siteTime, who } from './words.ts';

/** One line of the timeline a coordinator reads: when, a sign, what happened. Nothing for mere machinery. */
export function timelineLine(event: JourneyEvent, zone: string): string | undefined {
  const told = tell(event, zone);
  if (told === undefined) return undefined;
  const [sign, text] = told;
  return `${pc.dim(siteTime(event.recordedAt, zone))}  ${sign} ${text}`;
}

type Told = readonly [sign: string, text: string];

function tell(event: JourneyEvent, zone: string): Told | undefined {
  switch (event.type) {
    case 'journey.opened':
      return [
        pc.green('●'),
        `${pc.bold('Order received')} from ${event.data.order.sender}: ${event.data.protocol.id}, at ${event.data.site.id}`,
      ];
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
    case 'checklist.recorded':
      return [
        pc.green('·'),
        `${plain(event.data.item)} at ${siteTime(event.occurredAt.at, zone).slice(-5)}, by ${who(event.by)}`,
      ];
    case 'step.decided':
      return [pc.green('✔'), `${event.data.step}: ${pc.bold(plain(event.data.decision))} — signed by ${who(event.by)}`];
    case 'step.withdrawn':
      return [pc.yellow('✕'), `${event.data.step} withdrawn (${event.data.because})`];
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
        `Time of event ${event.data.seq} corrected, ${event.data.changes.length} clocks moved: ${event.data.reason}`,
      ];
    case 'deviation.opened':
      return [pc.red('!'), `${event.data.class} deviation opened: ${plain(event.data.kind)}`];
    case 'run.started':
      return event.data.reason === 'opened'
        ? undefined
        : [pc.dim('⟳'), pc.dim(`executions replaced (${plain(event.data.reason)})`)];
    case 'journey.closed':
      return [pc.green('●'), pc.bold(`Journey closed: ${plain(event.data.outcome)}`)];
    case 'step.opened':
    case 'step.reassigned':
    case 'link.reissued':
    case 'mail.resent':
      return undefined;
  }
}

const phaseTitle = ({ phase, round, visit }: { phase: string; round: number; visit?: string | undefined }): string => {
  if (phase === 'FollowUpVisit') return visit === undefined ? `Follow-up visit ${round}` : `Follow-up visit ${visit}`;
  return round === 1 ? phase : `${phase}, round ${round}`;
};

const RUNG_TEXTS: Readonly<Record<string, string>> = {
  asked: 'asked to sign',
  half: 'reminded, half the time is gone',
  nearly: 'reminded, nearly due',
  due: 'told that it is due',
  expired: 'called, the product has expired',
  'in-use': 'called, an in-use limit has passed',
};

const rungText = (rung: string): string =>
  RUNG_TEXTS[rung] ??
  (rung.startsWith('expiry')
    ? `warned, the product expires in ${rung.slice(7)} days`
    : `told that it is overdue (${plain(rung)})`);
