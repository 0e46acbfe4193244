import { bedsideBreaches } from '../clocks/bedside-breaches.ts';
import { deadlineOf } from '../clocks/deadline.ts';
import { visitPlan } from '../clocks/follow-up.ts';
import { inUseLimit } from '../clocks/in-use.ts';
import type { Actor } from '../events/envelope.ts';
import type { JourneyEvent } from '../events/journey-event.ts';
import type { Scribe } from '../journey/scribe.ts';
import { settle } from '../journey/settle.ts';
import { type JourneyState, openSteps } from '../journey/state.ts';
import { type Outcome, ok, refuse } from '../outcome.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { Instant, Occurrence } from '../time.ts';
import { reportGatesAsCorrected } from './gates-as-corrected.ts';

/**
 * Corrects when something happened. The first statement stays in the log; every clock is recomputed, and the event says
 * which moved and by how much (design 2.9). `events`: the log so far. Only facts of the world can be corrected: decisions and checklist events.
 */
export function correctTime(
  scribe: Scribe,
  events: readonly JourneyEvent[],
  { seq, occurredAt, reason, by }: { seq: number; occurredAt: Occurrence; reason: string; by: Actor },
): Outcome<number> {
  const { state, context } = scribe;
  const correctable = Object.values(state.steps).some(
    ({ decision, checklist }) => decision?.seq === seq || Object.values(checklist).some((entry) => entry.seq === seq),
  );
  if (!correctable) {
    return refuse('invalid', `Correction: got seq ${seq}, expected the seq of a decision or of a checklist event`, {
      path: 'args.seq',
    });
  }
  if (occurredAt.at > context.now) {
    return refuse('invalid', `Correction: got ${occurredAt.at}, expected not later than now (${context.now})`, {
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
  const before = clocksOf(state, context.protocol);
  const corrected: JourneyState = { ...state, corrections: { ...state.corrections, [seq]: occurredAt } };
  const after = clocksOf(corrected, context.protocol);
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((clock) => {
    const from = before.get(clock) ?? null;
    const to = after.get(clock) ?? null;
    return from === to ? [] : [{ clock, from, to }];
  });
  scribe.write('time.corrected', { seq, occurredAt, reason, changes }, by);
  reportNewBreaches(scribe, state, by);
  reportGatesAsCorrected(scribe, state, events, by);
  settle(scribe);
  return ok(scribe.state.seq);
}

/** Every clock of a journey that rests on a recorded time, by name. */
function clocksOf(state: JourneyState, protocol: Protocol): ReadonlyMap<string, Instant> {
  const clocks = new Map<string, Instant>();
  for (const step of openSteps(state)) {
    clocks.set(`due ${step.key}`, deadlineOf(state, step, protocol).at);
    const inUse = inUseLimit(state, step, protocol);
    if (inUse !== undefined) clocks.set(`in-use ${step.key}`, inUse);
  }
  for (const visit of visitPlan(state, protocol)) {
    clocks.set(`visit ${visit.name} opens`, visit.opensAt);
    clocks.set(`visit ${visit.name} due`, visit.dueAt);
  }
  return clocks;
}

/** A corrected time can show what went wrong at the bedside; that is a deviation then, as it would have been before. */
function reportNewBreaches(scribe: Scribe, before: JourneyState, by: Actor): void {
  const { state, context } = scribe;
  for (const step of Object.values(state.steps)) {
    const breaches = (at: JourneyState) =>
      bedsideBreaches(at, step, context.protocol).map((breach) => ({ ...breach, id: `${breach.kind} ${breach.of}` }));
    const known = new Set(breaches(before).map(({ id }) => id));
    for (const { kind, detail, id } of breaches(state)) {
      if (known.has(id)) continue;
      const { phase, round, step: title } = step;
      scribe.write(
        'deviation.opened',
        { kind, class: 'critical', phase, round, step: title, detail: `${detail}, as corrected` },
        by,
      );
    }
  }
}
