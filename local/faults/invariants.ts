import { type ChainVerdict, verifyChain } from '../../lambdas/domain/audit/chain.ts';
import { nextDue } from '../../lambdas/domain/clocks/next-due.ts';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { apply } from '../../lambdas/domain/journey/apply.ts';
import { containersToAccount } from '../../lambdas/domain/journey/containers.ts';
import { donationsToAccount } from '../../lambdas/domain/journey/donation-accounts.ts';
import { type JourneyState, openSteps } from '../../lambdas/domain/journey/state.ts';
import type { Protocol } from '../../lambdas/domain/protocol/schema.ts';
import { type Instant, millisecondsBetween } from '../../lambdas/domain/time.ts';
import type { Mail } from '../aws/ses.ts';
import { type Acknowledged, lostSignatures } from './acknowledged.ts';

/** How long repairs may take, in milliseconds. */
export interface Patience {
  /** Of a mail that was lost. */
  readonly mailMs: number;
  /** Of a schedule that was lost: until something is done about what was due. */
  readonly dueMs: number;
}

/** What is known of one journey after trouble. */
export interface Aftermath {
  readonly events: readonly JourneyEvent[];
  readonly protocol: Protocol;
  readonly mails: readonly Mail[];
  /** The present instant. */
  readonly now: Instant;
  readonly patience: Patience;
  /** Signatures that people were told are recorded. */
  readonly acknowledged: readonly Acknowledged[];
  /** People came too late and left it: it is not closed, and waits for them. */
  readonly isLeft: boolean;
  /** An alarm says that the journey stands (`saysThatItStands`). */
  readonly isSaidToStand: boolean;
}

/** What must hold of every journey whatever went wrong underneath, in words where it does not; empty when all holds. */
export function brokenInvariants(aftermath: Aftermath): readonly string[] {
  const { events, acknowledged } = aftermath;
  const states = statesOf(events);
  const last = states.at(-1);
  if (last === undefined) return ['nothing was recorded'];
  return [
    ...chainBroken(verifyChain(events)),
    ...decidedTwice(events),
    ...last.anomalies.map(({ seq, why }) => `event ${seq} does not follow from those before it: ${why}`),
    ...unaccounted(last),
    ...silentDeadlines(states, aftermath),
    ...unmailed(aftermath),
    ...lostSignatures(acknowledged, events),
    ...standing(last, aftermath),
  ];
}

function standing(state: JourneyState, { isLeft, isSaidToStand }: Aftermath): readonly string[] {
  if (state.closed !== undefined || isSaidToStand) return [];
  if (isLeft && openSteps(state).length > 0) return [];
  return ['stands still, and no alarm says so'];
}

/** The state after each event. */
function statesOf(events: readonly JourneyEvent[]): readonly JourneyState[] {
  const states: JourneyState[] = [];
  for (const event of events) {
    const next = apply(states.at(-1), event);
    if (next !== undefined) states.push(next);
  }
  return states;
}

const chainBroken = (verdict: ChainVerdict): readonly string[] =>
  verdict.verified ? [] : [`chain broken at event ${verdict.brokenAt}: ${verdict.why}`];

const repeated = (keys: readonly string[]): readonly string[] => [
  ...new Set(keys.filter((key, index) => keys.indexOf(key) < index)),
];

function decidedTwice(events: readonly JourneyEvent[]): readonly string[] {
  const decided = events.flatMap(({ type, data }) =>
    type === 'step.decided' ? [`${data.phase} ${data.round} ${data.step}`] : [],
  );
  const told = events.flatMap(({ type, data }) =>
    type === 'rung.reached' ? [`${data.phase} ${data.round} ${data.step} ${data.rung}`] : [],
  );
  return [
    ...repeated(decided).map((step) => `${step}: decided twice`),
    ...repeated(told).map((rung) => `${rung}: reached twice`),
  ];
}

function unaccounted(state: JourneyState): readonly string[] {
  if (state.closed === undefined) return [];
  return [
    ...containersToAccount(state).map(({ container }) => `container ${container}`),
    ...donationsToAccount(state).map((donation) => `donation ${donation}`),
  ].map((what) => `closed without an account of ${what}`);
}

/** Every due instant was followed by something in the log, in time. */
function silentDeadlines(
  states: readonly JourneyState[],
  { events, protocol, now, patience }: Aftermath,
): readonly string[] {
  return states.flatMap((state, index) => {
    const due = nextDue(state, protocol);
    const next = events[index + 1]?.recordedAt ?? now;
    return due !== undefined && millisecondsBetween(due, next) > patience.dueMs
      ? [`nothing was done about what was due at ${due} until ${next}`]
      : [];
  });
}

/** Every rung that was to be told left as a mail, unless its step ended while the mail was on its way. */
function unmailed({ events, mails, now, patience }: Aftermath): readonly string[] {
  const ends = new Map<string, Instant>(
    events.flatMap(({ type, data, recordedAt }) =>
      type === 'step.decided' || type === 'step.withdrawn'
        ? [[`${data.phase} ${data.round} ${data.step}`, recordedAt] as const]
        : [],
    ),
  );
  const journeyId = events[0]?.journeyId;
  const sent = new Set(
    mails.flatMap(({ tags: { kind, journey, phase, round, step = '', rung } }) =>
      kind === 'step' && journey === journeyId ? [`${phase} ${round} ${step.replaceAll('_', ' ')} ${rung}`] : [],
    ),
  );
  return events.flatMap(({ type, data, recordedAt }) => {
    if (type !== 'rung.reached' || data.silent) return [];
    const step = `${data.phase} ${data.round} ${data.step}`;
    const lasted = millisecondsBetween(recordedAt, ends.get(step) ?? now);
    return sent.has(`${step} ${data.rung}`) || lasted <= patience.mailMs
      ? []
      : [`${step}: ${data.rung} was never mailed`];
  });
}
