import { entriesOf } from '../journey/administration.ts';
import { inUseWarningMinutes } from '../journey/site-policy.ts';
import { type ChecklistEntry, effectiveTime, type JourneyState, type StepState } from '../journey/state.ts';
import { inUseClocks } from '../protocol/accessors.ts';
import type { InUseClock, Protocol } from '../protocol/schema.ts';
import type { MeasuredStart } from '../protocol/supply-sections.ts';
import type { Occasion } from '../steps/step.ts';
import { type Instant, minus, plus } from '../time.ts';

/** The checklist items that start and end the in-use clocks a protocol can name. */
const STARTS: Readonly<Partial<Record<InUseClock['start'], string>> & Record<MeasuredStart, string>> = {
  removal: 'removed-from-storage',
  'thaw-start': 'thaw-started',
  'thaw-end': 'thaw-ended',
  'infusion-start': 'infusion-started',
};
const ENDS: Readonly<Record<InUseClock['end'], string>> = {
  'infusion-start': 'infusion-started',
  'infusion-end': 'infusion-ended',
};

interface RunningClock {
  /** Which clock of the protocol, and the how manieth container: what it is told under, whatever is corrected. */
  readonly of: string;
  /** The clock of the protocol, and the container it runs for. */
  readonly name: string;
  readonly startedAt: Instant;
  readonly limitAt: Instant;
  /** When the clock was stopped by its end event; undefined while it runs. */
  readonly endedAt: Instant | undefined;
}

/** The in-use clocks (C10, C11) that have started for this administration, by the times as last corrected. */
export function startedInUseClocks(state: JourneyState, step: StepState, protocol: Protocol): readonly RunningClock[] {
  const timeOf = (entry: ChecklistEntry): Instant => effectiveTime(state, entry).at;
  const byTime = (one: ChecklistEntry, other: ChecklistEntry): number => (timeOf(one) < timeOf(other) ? -1 : 1);
  return inUseClocks(protocol).flatMap((clock, place): readonly RunningClock[] => {
    const startItem = STARTS[clock.start];
    const started = startItem === undefined ? [] : entriesOf(step, startItem);
    const ended = entriesOf(step, ENDS[clock.end]);
    const run = (
      { of, name }: Pick<RunningClock, 'of' | 'name'>,
      start: ChecklistEntry,
      end: ChecklistEntry | undefined,
    ): RunningClock => ({
      of,
      name,
      startedAt: timeOf(start),
      limitAt: plus(timeOf(start), clock.limit.value, state.site.zone),
      endedAt: end === undefined ? undefined : timeOf(end),
    });
    if (clock.per === 'container') {
      return started.map((start, index) => {
        const container = containerOf(start);
        return run(
          { of: `${place + 1}-${index + 1}`, name: `${clock.name}: ${container}` },
          start,
          ended.find((end) => containerOf(end) === container),
        );
      });
    }
    // The clock of a whole dose: from the first container to the last, of those that were begun; once decided, of those given.
    const counts = (entry: ChecklistEntry): boolean => isOfDose(step, containerOf(entry));
    const [first, ...others] = started.filter(counts).toSorted(byTime);
    if (first === undefined) return [];
    const ends = ended.filter(counts).toSorted(byTime);
    const isOver = [first, ...others].every((start) => ends.some((end) => containerOf(end) === containerOf(start)));
    return [run({ of: `${place + 1}`, name: clock.name }, first, isOver ? ends.at(-1) : undefined)];
  });
}

/** While nothing is decided every container counts; a container that was not given says nothing about the dose that was. */
const isOfDose = ({ decision }: StepState, container: string): boolean =>
  decision === undefined || [decision.evidence.containersGiven].flat().includes(container);

export const containerOf = ({ values }: ChecklistEntry): string => String(values.container);

/** Those of them that nothing has stopped. */
export const runningInUseClocks = (state: JourneyState, step: StepState, protocol: Protocol): readonly RunningClock[] =>
  startedInUseClocks(state, step, protocol).filter(({ endedAt }) => endedAt === undefined);

/** The earliest limit of a clock still running. */
export const inUseLimit = (state: JourneyState, step: StepState, protocol: Protocol): Instant | undefined =>
  runningInUseClocks(state, step, protocol)
    .map(({ limitAt }) => limitAt)
    .sort()[0];

const seriesOf = ({ of }: RunningClock): string => `in-use ${of}`;

/** The limit of each clock still running: when the deciders are called. */
export const inUseLimits = (state: JourneyState, step: StepState, protocol: Protocol): readonly Occasion[] =>
  runningInUseClocks(state, step, protocol).map((clock) => ({
    of: clock.of,
    at: clock.limitAt,
    series: seriesOf(clock),
  }));

/** So many minutes before each limit, as the site says; one that lies before the clock started warns of nothing. */
export const inUseWarnings = (state: JourneyState, step: StepState, protocol: Protocol): readonly Occasion[] =>
  runningInUseClocks(state, step, protocol).flatMap((clock) =>
    inUseWarningMinutes(state)
      .map((minutes) => ({
        of: `${minutes}-${clock.of}`,
        at: minus(clock.limitAt, `PT${minutes}M`, state.site.zone),
        series: seriesOf(clock),
      }))
      .filter(({ at }) => at > clock.startedAt),
  );

/** Clocks whose end event came after their limit: each is a critical deviation, never a reason not to record. */
export const exceededInUseClocks = (
  state: JourneyState,
  step: StepState,
  protocol: Protocol,
): readonly { readonly name: string; readonly limitAt: Instant; readonly endedAt: Instant }[] =>
  startedInUseClocks(state, step, protocol).flatMap(({ name, limitAt, endedAt }) =>
    endedAt !== undefined && endedAt > limitAt ? [{ name, limitAt, endedAt }] : [],
  );
