import { effectiveTime, type JourneyState, type StepState } from '../journey/state.ts';
import { inUseClocks } from '../protocol/accessors.ts';
import type { InUseClock, Protocol } from '../protocol/schema.ts';
import { type Instant, plus } from '../time.ts';

/** The checklist items that start and end the in-use clocks a protocol can name. */
const STARTS: Readonly<Partial<Record<InUseClock['start'], string>>> = {
  'thaw-start': 'thaw-started',
  'thaw-end': 'thaw-ended',
  'infusion-start': 'infusion-started',
};
const ENDS: Readonly<Record<InUseClock['end'], string>> = {
  'infusion-start': 'infusion-started',
  'infusion-end': 'infusion-ended',
};

interface RunningClock {
  readonly name: string;
  readonly limitAt: Instant;
  /** When the clock was stopped by its end event; undefined while it runs. */
  readonly endedAt: Instant | undefined;
}

/** The in-use clocks (C10, C11) that have started for this administration, by the times as last corrected. */
export function startedInUseClocks(state: JourneyState, step: StepState, protocol: Protocol): readonly RunningClock[] {
  return inUseClocks(protocol).flatMap((clock) => {
    const startItem = STARTS[clock.start];
    const started = startItem === undefined ? undefined : step.checklist[startItem];
    if (started === undefined) return [];
    const ended = step.checklist[ENDS[clock.end]];
    return [
      {
        name: clock.name,
        limitAt: plus(effectiveTime(state, started).at, clock.limit.value, state.site.zone),
        endedAt: ended === undefined ? undefined : effectiveTime(state, ended).at,
      },
    ];
  });
}

/** The earliest limit of a clock still running: when the deciders are called. */
export function inUseLimit(state: JourneyState, step: StepState, protocol: Protocol): Instant | undefined {
  return startedInUseClocks(state, step, protocol)
    .filter(({ endedAt }) => endedAt === undefined)
    .map(({ limitAt }) => limitAt)
    .sort()[0];
}

/** Clocks whose end event came after their limit: each is a critical deviation, never a reason not to record. */
export const exceededInUseClocks = (
  state: JourneyState,
  step: StepState,
  protocol: Protocol,
): readonly { readonly name: string; readonly limitAt: Instant; readonly endedAt: Instant }[] =>
  startedInUseClocks(state, step, protocol).flatMap(({ name, limitAt, endedAt }) =>
    endedAt !== undefined && endedAt > limitAt ? [{ name, limitAt, endedAt }] : [],
  );
