import { deadlineOf } from '../clocks/deadline.ts';
import { plannedVisit, visitPlan } from '../clocks/follow-up.ts';
import { inUseLimit } from '../clocks/in-use.ts';
import type { EventData } from '../events/data.ts';
import { conditioningWindow } from '../journey/conditioning.ts';
import { productExpiry } from '../journey/product.ts';
import { type JourneyState, openSteps, type StepState } from '../journey/state.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { Instant } from '../time.ts';

/** Every clock that a correction moves, with its former and its new instant. */
export function clocksMoved(
  before: JourneyState,
  after: JourneyState,
  protocol: Protocol,
): EventData<'time.corrected'>['changes'] {
  const [was, is] = [clocksOf(before, protocol), clocksOf(after, protocol)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((clock) => {
    const from = was.get(clock) ?? null;
    const to = is.get(clock) ?? null;
    return from === to ? [] : [{ clock, from, to }];
  });
}

/** Every clock of a journey that rests on a recorded time, by name. */
function clocksOf(state: JourneyState, protocol: Protocol): ReadonlyMap<string, Instant> {
  const clocks = new Map<string, Instant>();
  for (const [clock, read] of clocksRead(state, protocol)) {
    const at = read(state);
    if (at !== undefined) clocks.set(clock, at);
  }
  return clocks;
}

/** The same clocks, each with how it is read from a journey. */
export function clocksRead(
  state: JourneyState,
  protocol: Protocol,
): ReadonlyMap<string, (state: JourneyState) => Instant | undefined> {
  const clocks = new Map<string, (state: JourneyState) => Instant | undefined>();
  for (const { key } of openSteps(state)) {
    const ofStep = (read: (state: JourneyState, step: StepState) => Instant | undefined) => (at: JourneyState) => {
      const step = at.steps[key];
      return step === undefined ? undefined : read(at, step);
    };
    clocks.set(
      `due ${key}`,
      ofStep((at, step) => deadlineOf(at, step, protocol).at),
    );
    clocks.set(
      `in-use ${key}`,
      ofStep((at, step) => inUseLimit(at, step, protocol)),
    );
  }
  clocks.set('window after conditioning opens', (at) => conditioningWindow(at, protocol)?.from);
  clocks.set('window after conditioning ends', (at) => conditioningWindow(at, protocol)?.until);
  clocks.set('product expires', productExpiry);
  for (const { name, round } of visitPlan(state, protocol)) {
    clocks.set(`visit ${name} opens`, (at) => plannedVisit(at, protocol, round)?.opensAt);
    clocks.set(`visit ${name} due`, (at) => plannedVisit(at, protocol, round)?.dueAt);
  }
  return clocks;
}
