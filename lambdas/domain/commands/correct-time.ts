import { canonicalText } from '../audit/hash.ts';
import { bedsideBreaches } from '../clocks/bedside-breaches.ts';
import type { Actor } from '../events/envelope.ts';
import type { JourneyEvent } from '../events/journey-event.ts';
import { type FoundDeviation, openDeviations } from '../journey/found-deviations.ts';
import type { Scribe } from '../journey/scribe.ts';
import { settle } from '../journey/settle.ts';
import type { JourneyState } from '../journey/state.ts';
import { type Outcome, ok, refuse } from '../outcome.ts';
import type { ReadinessAt } from '../registers/as-of.ts';
import type { Occurrence } from '../time.ts';
import { askToSignAgain, stopsDayZero } from './asks-again.ts';
import { clocksMoved } from './clocks-moved.ts';
import { gatesAsCorrected } from './gates-as-corrected.ts';
import { readBy } from './read-by.ts';

interface TimeCorrection {
  readonly seq: number;
  readonly occurredAt: Occurrence;
  readonly reason: string;
  readonly by: Actor;
  readonly assurance?: 'pin';
  readonly readinessAt?: ReadinessAt | undefined;
}

/**
 * Corrects when something happened. The first statement stays in the log; every clock is recomputed, and the event says
 * which moved and by how much (design 2.9). `events`: the log so far. Only facts of the world can be corrected: decisions and checklist
 * events, and to no time after they were recorded: nobody writes down what is yet to come.
 */
export function correctTime(
  scribe: Scribe,
  events: readonly JourneyEvent[],
  { seq, occurredAt, reason, by, assurance, readinessAt }: TimeCorrection,
): Outcome<number> {
  const { state, context } = scribe;
  const correctable = Object.values(state.steps).some(
    ({ decision, checklist }) => decision?.seq === seq || Object.values(checklist).some((entry) => entry.seq === seq),
  );
  const recordedAt = events.find((event) => event.seq === seq)?.recordedAt;
  if (!correctable || recordedAt === undefined) {
    return refuse('invalid', `Correction: got seq ${seq}, expected the seq of a decision or of a checklist event`, {
      path: 'args.seq',
    });
  }
  if (occurredAt.at > recordedAt) {
    return refuse('invalid', `Correction: got ${occurredAt.at}, expected not later than recorded (${recordedAt})`, {
      path: 'args.occurredAt',
    });
  }
  if (occurredAt.at < state.order.orderedAt) {
    return refuse(
      'invalid',
      `Correction: got ${occurredAt.at}, expected not before the order (${state.order.orderedAt})`,
      {
        path: 'args.occurredAt',
      },
    );
  }
  if (isCorrectedAlready(events, seq, occurredAt)) return ok(state.seq);
  const corrected: JourneyState = { ...state, corrections: { ...state.corrections, [seq]: occurredAt } };
  const changes = clocksMoved(state, corrected, context.protocol);
  const proven = assurance === undefined ? {} : { assurance };
  const { protocol, now } = context;
  const reads = readBy({ seq, before: state, after: corrected, events, protocol, now, readinessAt });
  scribe.write('time.corrected', { seq, occurredAt, reason, ...proven, changes, readBy: reads }, by);
  return followCorrection(scribe, { events, before: state, by, readinessAt });
}

/** The same correction, asked for twice, is one, while nothing has corrected it since. */
function isCorrectedAlready(events: readonly JourneyEvent[], seq: number, occurredAt: Occurrence): boolean {
  const last = events.findLast(
    (event) => event.type === 'time.corrected' && event.data.seq === seq && event.data.evidence === undefined,
  );
  return last?.type === 'time.corrected' && canonicalText(last.data.occurredAt) === canonicalText(occurredAt);
}

interface Followed {
  /** The log without the correction. */
  readonly events: readonly JourneyEvent[];
  readonly before: JourneyState;
  readonly by: Actor;
  readonly shown?: readonly FoundDeviation[];
  readonly readinessAt?: ReadinessAt | undefined;
}

/** What a correction shows of all that was signed before, beside what is `shown` already, and what is due by it. */
export function followCorrection(
  scribe: Scribe,
  { events, before, by, shown = [], readinessAt }: Followed,
): Outcome<number> {
  const correction = scribe.state.seq;
  const found = [
    ...shown,
    ...newBreaches(scribe, before),
    ...gatesAsCorrected(scribe, before, events, readinessAt),
    ...stopsDayZero(scribe, before),
  ];
  askToSignAgain(scribe, correction);
  openDeviations(scribe, found, by);
  settle(scribe);
  return ok(scribe.state.seq);
}

/** A corrected time can show what went wrong at the bedside; that is a deviation then, as it would have been before. */
function newBreaches({ state, context }: Scribe, before: JourneyState): readonly FoundDeviation[] {
  return Object.values(state.steps).flatMap((step) => {
    const breaches = (at: JourneyState) =>
      bedsideBreaches(at, step, context.protocol).map((breach) => ({ ...breach, id: `${breach.kind} ${breach.of}` }));
    const known = new Set(breaches(before).map(({ id }) => id));
    const { phase, round, step: title } = step;
    return breaches(state)
      .filter(({ id }) => !known.has(id))
      .map(({ kind, detail }): FoundDeviation => {
        return { kind, class: 'critical', phase, round, step: title, detail: `${detail}, as corrected` };
      });
  });
}
