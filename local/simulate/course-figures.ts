import { verifyChain } from '../../lambdas/domain/audit/chain.ts';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { type ActedOn, actedOn } from '../../lambdas/domain/telling/acted-on.ts';
import { type Instant, millisecondsBetween } from '../../lambdas/domain/time.ts';

/** What a log tells of one journey, for the sums. */
export interface CourseFigures {
  readonly outcome: string;
  readonly verified: boolean;
  readonly events: number;
  readonly years: number;
  /** Whole days from collection to infusion; undefined for who was not treated. */
  readonly veinToVein: number | undefined;
  /** Steps that were decided, with the hours since they were asked. */
  readonly delays: readonly { readonly step: string; readonly hours: number }[];
  /** Steps that were not decided when they were due. */
  readonly late: number;
  /** What people signed: the role, and the month at which they did. */
  readonly signed: readonly { readonly role: string; readonly month: string; readonly isDecision: boolean }[];
  readonly deviations: readonly string[];
  /** Ways past closed gates of the quality system, by kind and gate. */
  readonly passed: readonly string[];
  /** How often each rung was told, and acted on by whom it went to. */
  readonly rungs: readonly ActedOn[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365.25 * DAY_MS;
const SIGNED: readonly JourneyEvent['type'][] = [
  'step.decided',
  'checklist.recorded',
  'report.made',
  'notice.acknowledged',
];

export function figuresOf(events: readonly JourneyEvent[]): CourseFigures {
  const first = events[0]?.recordedAt ?? '';
  const last = events.at(-1)?.recordedAt ?? first;
  const closed = events.find((event) => event.type === 'journey.closed');
  return {
    outcome: closed?.data.outcome ?? 'open',
    verified: verifyChain(events).verified,
    events: events.length,
    years: millisecondsBetween(first, last) / YEAR_MS,
    veinToVein: veinToVein(events),
    delays: delaysOf(events),
    late: new Set(events.flatMap((event) => (isDue(event) ? [`${event.data.step} ${event.data.round}`] : []))).size,
    signed: events.flatMap(({ type, by, recordedAt }) =>
      by.kind === 'person' && SIGNED.includes(type)
        ? [{ role: by.role, month: recordedAt.slice(0, 7), isDecision: type === 'step.decided' }]
        : [],
    ),
    deviations: events.flatMap((event) => (event.type === 'deviation.opened' ? [event.data.kind] : [])),
    passed: events.flatMap(passedIn),
    rungs: actedOn(events, last),
  };
}

/** An emergency is signed by two, and counted once. */
const passedIn = (event: JourneyEvent): readonly string[] =>
  event.type === 'report.made' &&
  (event.data.report === 'qa-exemption' ||
    (event.data.report === 'emergency-continuation' && event.by.kind === 'person' && event.by.role === 'physician'))
    ? [`${event.data.report}: ${event.data.values.gate}`]
    : [];

const isDue = (event: JourneyEvent): event is JourneyEvent<'rung.reached'> =>
  event.type === 'rung.reached' && event.data.rung === 'due';

/** From the collection whose cells were given, the last before the infusion. */
function veinToVein(events: readonly JourneyEvent[]): number | undefined {
  const given = events.find(
    (event) =>
      event.type === 'step.decided' &&
      event.data.step === 'Give the product' &&
      ['given', 'partly-given'].includes(event.data.decision),
  );
  const collected = events.findLast(
    (event) =>
      given !== undefined &&
      event.seq < given.seq &&
      event.type === 'step.decided' &&
      event.data.step === 'Record apheresis' &&
      event.data.decision === 'collected',
  );
  return given === undefined || collected === undefined
    ? undefined
    : Math.round(millisecondsBetween(collected.occurredAt.at, given.occurredAt.at) / DAY_MS);
}

function delaysOf(events: readonly JourneyEvent[]): CourseFigures['delays'] {
  const asked = new Map<string, Instant>();
  const delays: { step: string; hours: number }[] = [];
  for (const event of events) {
    if (event.type === 'rung.reached' && event.data.rung === 'asked') {
      const key = `${event.data.step} ${event.data.round}`;
      if (!asked.has(key)) asked.set(key, event.recordedAt);
    } else if (event.type === 'step.decided') {
      const { step, round } = event.data;
      const since = asked.get(`${step} ${round}`);
      if (since === undefined) continue;
      delays.push({ step, hours: Math.round(millisecondsBetween(since, event.recordedAt) / HOUR_MS) });
    }
  }
  return delays;
}
