import type { MailClass } from '../events/data.ts';
import { isHeld, type JourneyState, type StepState } from '../journey/state.ts';
import type { Protocol } from '../protocol/schema.ts';
import { steps } from '../steps/index.ts';
import type { RungDefinition } from '../steps/step.ts';
import { type Instant, partWay, plus } from '../time.ts';
import type { Role } from '../vocabulary.ts';
import { type Deadline, deadlineOf } from './deadline.ts';

/** One point of a step's ladder that has not been told yet. */
export interface DueRung {
  readonly step: StepState;
  /** Name of the rung; a repeating rung counts, e.g. `weekly-3`. */
  readonly rung: string;
  readonly at: Instant;
  readonly to: readonly Role[];
  readonly class: MailClass;
}

/** The rungs of an open step still to come, each at its instant. While held, soft reminders wait for the resume. */
export function rungsToCome(state: JourneyState, step: StepState, protocol: Protocol): readonly DueRung[] {
  const deadline = deadlineOf(state, step, protocol);
  const paused = isHeld(state) && deadline.kind === 'soft';
  return steps[step.step].ladder.flatMap((definition) => {
    const physical = 'instant' in definition.at;
    // Who is asked for the first time is told even on hold: the page says why it cannot be signed yet.
    if (paused && !physical && definition.rung !== 'asked') return [];
    const next = nextOf(state, step, protocol, definition, deadline);
    return next === undefined || step.rungs.includes(next.rung)
      ? []
      : [{ step, ...next, to: definition.to, class: definition.class }];
  });
}

function nextOf(
  state: JourneyState,
  step: StepState,
  protocol: Protocol,
  { rung, at }: RungDefinition,
  deadline: Deadline,
): { rung: string; at: Instant } | undefined {
  if ('instant' in at) {
    const when = at.instant(state, step, protocol);
    return when === undefined ? undefined : { rung, at: when > step.askedFrom ? when : step.askedFrom };
  }
  if ('share' in at) {
    if (at.share === 0) return { rung, at: step.askedFrom };
    const when = at.share === 1 ? deadline.at : partWay(step.askedFrom, deadline.at, at.share);
    // A due instant already past when the step was asked (a corrected time) is told at once, not before.
    return { rung, at: when > step.askedFrom ? when : step.askedFrom };
  }
  const first = plus(deadline.at, at.after, state.site.zone);
  if (at.every === undefined) return { rung, at: first };
  const told = step.rungs.filter((name) => name.startsWith(`${rung}-`)).length;
  let when = first;
  for (let count = 0; count < told; count += 1) when = plus(when, at.every, state.site.zone);
  return { rung: `${rung}-${told + 1}`, at: when };
}
