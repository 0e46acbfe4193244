import { deadlineOf } from '../clocks/deadline.ts';
import { visitPlan } from '../clocks/follow-up.ts';
import { inUseLimit } from '../clocks/in-use.ts';
import type { EventData } from '../events/data.ts';
import { conditioningWindow } from '../journey/conditioning.ts';
import { productExpiry } from '../journey/product.ts';
import { type JourneyState, openSteps } from '../journey/state.ts';
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
  for (const step of openSteps(state)) {
    clocks.set(`due ${step.key}`, deadlineOf(state, step, protocol).at);
    const inUse = inUseLimit(state, step, protocol);
    if (inUse !== undefined) clocks.set(`in-use ${step.key}`, inUse);
  }
  const window = conditioningWindow(state, protocol);
  if (window !== undefined) {
    clocks.set('window after conditioning opens', window.from);
    clocks.set('window after conditioning ends', window.until);
  }
  const expiry = productExpiry(state);
  if (expiry !== undefined) clocks.set('product expires', expiry);
  for (const visit of visitPlan(state, protocol)) {
    clocks.set(`visit ${visit.name} opens`, visit.opensAt);
    clocks.set(`visit ${visit.name} due`, visit.dueAt);
  }
  return clocks;
}
