import { ofState, ofStep } from '../journey/of-state.ts';
import type { JourneyState, StepState } from '../journey/state.ts';
import { stepDeadline } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { steps } from '../steps/index.ts';
import { type Instant, latest, millisecondsBetween, plus, plusMilliseconds } from '../time.ts';

export interface Deadline {
  readonly at: Instant;
  readonly kind: 'soft' | 'hard';
}

/** When a step is due: as extended by a person, else by its own rule, else by the protocol; soft ones stand still on hold. */
export const deadlineOf = (state: JourneyState, step: StepState, protocol: Protocol): Deadline => ({
  at: onStepClock(state, step, dueWithoutHolds(state, step, protocol)),
  kind: steps[step.step].deadline.kind,
});

/** When a step would be due had the journey never been on hold. */
export const dueWithoutHolds = ofStep((state, step, protocol): Instant => {
  if (step.extendedTo !== undefined) return step.extendedTo;
  const { due, within } = steps[step.step].deadline;
  const asked = askedAt(state, step, protocol) ?? step.askedFrom;
  return (
    due?.(state, step, protocol, asked) ?? plus(asked, stepDeadline(protocol, step.step) ?? within, state.site.zone)
  );
});

/** From when people are asked; undefined while the step waits for something beside it (`readyAt`). */
export const askedAt = ofStep((state, step, protocol): Instant | undefined => {
  const { readyAt } = steps[step.step];
  if (readyAt === undefined) return step.askedFrom;
  const ready = readyAt(state, step, protocol);
  return ready === undefined ? undefined : latest(ready, step.askedFrom);
});

/** Where the clock of a step starts: when it was asked, or last extended. */
export const clockStart = ({ askedFrom, extendedAt }: StepState): Instant =>
  extendedAt === undefined ? askedFrom : latest(askedFrom, extendedAt);

/**
 * An instant of a step's clock, moved on by every standstill that fell before it. Only those that are over count; one that
 * began after the instant leaves it where it was: what was late then stays late.
 */
export function onStepClock(state: JourneyState, step: StepState, at: Instant): Instant {
  if (steps[step.step].deadline.kind === 'hard') return at;
  const start = clockStart(step);
  return standstills(state).reduce((moved, { from, until }) => {
    const stoodFrom = latest(from, start);
    if (until === undefined || until <= stoodFrom || stoodFrom >= moved) return moved;
    return plusMilliseconds(moved, millisecondsBetween(stoodFrom, until));
  }, at);
}

interface Standstill {
  readonly from: Instant;
  readonly until?: Instant;
}

/** Holds, and the time in which a death was reported and nobody had said yet that it was not so. */
const standstills = ofState(({ holds, phases }) =>
  stretchesOf([
    ...holds,
    ...phases.flatMap(({ phase, enteredAt: from, endedAt: until }) =>
      phase !== 'Death' ? [] : until === undefined ? [{ from }] : [{ from, until }],
    ),
  ]),
);

/** Standstills that overlap count once: merged, in order of time. A stretch that is not over yet has no end. */
function stretchesOf(all: readonly Standstill[]): readonly Standstill[] {
  const merged: { from: Instant; until?: Instant }[] = [];
  for (const { from, until } of all.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last === undefined || (last.until !== undefined && last.until < from)) {
      merged.push(until === undefined ? { from } : { from, until });
    } else if (last.until !== undefined) {
      if (until === undefined) delete last.until;
      else last.until = latest(last.until, until);
    }
  }
  return merged;
}
