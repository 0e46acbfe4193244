import type { Patience } from '../../local/faults/invariants.ts';

/** Every class of faults, each alone and often enough that a short journey meets it; `all`: all of them, seldom. */
export const FAULT_CLASSES = {
  throttled: { requests: { throttled: 0.02 } },
  failed: { requests: { failed: 0.02 } },
  'failed after the effect': { requests: { failedAfterEffect: 0.02 } },
  'batches repeated': { stream: { repeated: 0.5 } },
  'batches delayed': { stream: { delayed: 0.2 } },
  'batches reversed': { stream: { reversed: 1 } },
  'records that crash': { stream: { crashing: 0.04 } },
  'records that are foreign': { stream: { foreign: 0.2 } },
  'schedules twice': { schedules: { twice: 1 } },
  'schedules late': { schedules: { late: 1 } },
  'schedules never': { schedules: { never: 0.5 } },
  'mails returned': { mails: { returned: 0.3 } },
  'clocks that jump': { clocks: { jumps: 0.05, most: 90 } },
  'two copies of every invocation': { invocations: { twice: 1 } },
  all: {
    requests: { throttled: 0.003, failed: 0.003, failedAfterEffect: 0.003 },
    stream: { repeated: 0.1, delayed: 0.05, reversed: 0.1, crashing: 0.005, foreign: 0.05 },
    schedules: { twice: 0.1, late: 0.1, never: 0.05 },
    mails: { returned: 0.03 },
    clocks: { jumps: 0.01 },
    invocations: { twice: 0.1 },
  },
} as const;

/** Under these nobody learns of a step later than usual, so that no play may end because somebody came too late. */
export const PUNCTUAL: readonly string[] = [
  'batches repeated',
  'batches reversed',
  'records that are foreign',
  'schedules twice',
  'two copies of every invocation',
] satisfies readonly FaultClass[];

export type FaultClass = keyof typeof FAULT_CLASSES;

const DAY_MS = 24 * 60 * 60_000;

/** Two sweeps, the hour that each leaves to what just moves, and an evening. */
export const REPAIRED_WITHIN_MS = 2.5 * DAY_MS;
/** Three sweeps, of which one or two may be lost or come late. */
const DUE_WITHIN_MS = 4 * DAY_MS;
/** Where every other sweep is lost, so many in a row are in one of a million cases. */
const DUE_WITHOUT_SWEEPS_MS = 21 * DAY_MS;

/** How long repairs may take under faults of this class; mails are repaired every hour too, and need no sweep of the day. */
export const patienceUnder = (name: FaultClass | 'none'): Patience => ({
  mailMs: REPAIRED_WITHIN_MS,
  dueMs: name === 'schedules never' ? DUE_WITHOUT_SWEEPS_MS : DUE_WITHIN_MS,
});

/**
 * Whether periodic work may rest while nothing happens (ADR 0034): not where records or occurrences are lost for good and only a
 * look of that work finds what they were about, for then nothing happens because it rests.
 */
export function restsUnder(name: FaultClass): boolean {
  const { stream, schedules }: Faults = FAULT_CLASSES[name];
  return stream?.crashing === undefined && schedules?.never === undefined;
}
interface Faults {
  readonly stream?: { readonly crashing?: number; readonly [fault: string]: unknown };
  readonly schedules?: { readonly never?: number; readonly [fault: string]: unknown };
  readonly [part: string]: unknown;
}

/** In what a play may differ from what its scenario expects. */
export type Difference = 'mails' | 'reminders' | 'times' | 'clocks';

/** Whoever hears of a step later is reminded more often, or less, and moves dates that follow. */
const LATER: readonly Difference[] = ['reminders', 'times'];

/** Under faults that are not named here everything is as the scenario expects. */
const DIFFERENCES: Partial<Record<FaultClass, readonly Difference[]>> = {
  throttled: LATER,
  failed: LATER,
  'failed after the effect': LATER,
  'batches delayed': LATER,
  'records that crash': LATER,
  'schedules late': LATER,
  'schedules never': LATER,
  'mails returned': ['mails', 'reminders'],
  'clocks that jump': ['clocks', ...LATER],
  all: ['mails', 'clocks', ...LATER],
};

/** In what plays under faults of this class may differ; tables that are put back cost an hour, and what it told. */
export const mayDifferUnder = (name: FaultClass | 'none', isRestored: boolean): readonly Difference[] =>
  isRestored ? LATER : name === 'none' ? [] : (DIFFERENCES[name] ?? []);

/** Two copies of an invocation race for one write, which tables in memory never let happen; else both answer alike (test/contract). */
export const tablesFor = (faults: FaultClass): 'memory' | 'database' =>
  faults === 'two copies of every invocation' ? 'database' : 'memory';
