import type { JourneyState, StepState } from '../journey/state.ts';
import { stepDeadline } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { steps } from '../steps/index.ts';
import { type Instant, millisecondsBetween, plus, plusMilliseconds } from '../time.ts';

export interface Deadline {
  readonly at: Instant;
  readonly kind: 'soft' | 'hard';
}

/** When a step is due: as extended by a person, else by its own rule, else by the protocol; soft ones stand still on hold. */
export function deadlineOf(state: JourneyState, step: StepState, protocol: Protocol): Deadline {
  const { deadline } = steps[step.step];
  if (step.extendedTo !== undefined) return { at: step.extendedTo, kind: deadline.kind };
  const own = deadline.due?.(state, step, protocol);
  const at = own ?? plus(step.askedFrom, stepDeadline(protocol, step.step), state.site.zone);
  return {
    at: deadline.kind === 'soft' ? plusMilliseconds(at, heldMilliseconds(state, step)) : at,
    kind: deadline.kind,
  };
}

/** How long the journey stood still, by holds that were resumed, since the step was asked. */
export const heldMilliseconds = (state: JourneyState, step: StepState): number =>
  state.holds.reduce((total, { from, until }) => {
    if (until === undefined || until <= step.askedFrom) return total;
    const start = from > step.askedFrom ? from : step.askedFrom;
    return total + millisecondsBetween(start, until);
  }, 0);
