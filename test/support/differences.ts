import type { ChainVerdict } from '../../lambdas/domain/audit/chain.ts';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { capa, deviation } from '../../lambdas/domain/phases/deviation.ts';
import { stepsOf } from '../../lambdas/domain/phases/flow.ts';
import { proceduresOf, unmetExpectations } from '../../local/scenario/check-expectations.ts';
import { deviationsOf, logStreams } from '../../local/scenario/log-streams.ts';
import type { Expectations } from '../../local/scenario/scenario.ts';
import { isOfTime } from '../../local/scenario/too-late.ts';
import type { Difference } from './fault-classes.ts';

interface Played {
  readonly expect: Expectations;
  readonly events: readonly JourneyEvent[];
  readonly verification: ChainVerdict;
}

interface Seen {
  /** In these events, … */
  isIn?(event: JourneyEvent): boolean;
  /** … in their lines in the log of a step, */
  readonly lines?: RegExp;
  /** in streams of their own, */
  readonly streams?: RegExp;
  /** and in deviations. */
  isDeviation?(kind: string): boolean;
}

/** Deviations of which time is all that is wrong: what was done late, or before its people heard of a death. */
const OF_TIME = ['against-no-death-reported', 'given-after-expiry', 'given-outside-window', 'visit-outside-window'];
/** What seems to be when clocks of functions differ by two minutes. */
const OUT_OF_ORDER = ['bedside-order', 'premedication', 'thawed-before-the-one-before-was-given'];

/** What each kind of difference is seen in. */
const SEEN: Readonly<Record<Difference, Seen>> = {
  mails: { isIn: ({ type }) => type === 'mail.bounced', lines: /^mail bounced: / },
  reminders: {
    isIn: ({ type }) => type === 'rung.reached' || type === 'notice.acknowledged',
    lines: /^acknowledged: /,
  },
  times: {
    // Whoever waits longer for a product is looked at anew once more, and what is open when a course ends is withdrawn,
    // with as many observations as it had days.
    isIn: ({ type, data }) =>
      type === 'plan.changed' ||
      type === 'step.withdrawn' ||
      ('item' in data && data.item === 'observation') ||
      ('phase' in data && data.phase === 'Reassessment'),
    lines: /^(withdrawn|observation)$/,
    streams: /^(plan|Reassessment \d+|Reassess the patient \d+)$/,
    isDeviation: (kind) => OF_TIME.includes(kind) || isOfTime(kind.replace(/^against-/, '')),
  },
  clocks: { isDeviation: (kind) => OUT_OF_ORDER.includes(kind) },
};

/** What is done about deviations. No expectation says which round is about which, so that one more or less moves them all. */
const HANDLING: Seen = {
  isIn: ({ data }) => 'phase' in data && (data.phase === 'Deviation' || data.phase === 'Capa'),
  streams: new RegExp(
    `^(${[deviation, capa].flatMap(({ phase, stages }) => [phase, ...Object.values(stages).flatMap(stepsOf)]).join('|')}) \\d+$`,
  ),
};

/** How a stream ends that went on until the course did. */
const CUT = ['withdrawn', 'ended: cancelled'];

const isAboutDeviation = (line: string): boolean => line.startsWith('deviation: ');

type Log = Readonly<Record<string, readonly string[]>>;
const endsCut = (lines: readonly string[] | undefined): boolean => CUT.includes(lines?.at(-1) ?? '');

/** Where a course is given up: others got further with it by then, or less far. What was decided before it is the same. */
function cutIn(expected: Log, got: Log): (name: string) => boolean {
  const isGivenUp = Object.values(expected).some(endsCut);
  return (name) => isGivenUp && endsCut(expected[name] ?? got[name]);
}

/** Whoever is asked before a version is in force, because others came to it late, has one that was in force before. */
function orBefore(procedures: Readonly<Record<string, string>>, events: readonly JourneyEvent[]) {
  const got = proceduresOf(events);
  const versions = Object.values(procedures);
  const known = ([step, version]: [string, string], index: number): [string, string] => {
    const shown = got[step] ?? '';
    return [step, versions.slice(0, index).includes(shown) ? shown : version];
  };
  return Object.fromEntries(Object.entries(procedures).map(known));
}

/** What did not come of a play as its scenario expects, but for differences of these kinds. */
export function unmetBut(kinds: readonly Difference[], { expect, events, verification }: Played): readonly string[] {
  const differing = kinds.map((kind) => SEEN[kind]);
  const isDeviation = (kind: string): boolean => differing.some((one) => one.isDeviation?.(kind));
  const isHandledElse = [...expect.deviations, ...deviationsOf(events)].some(isDeviation);
  const seen = isHandledElse ? [...differing, HANDLING] : differing;
  const isSeen = (event: JourneyEvent): boolean =>
    seen.some(({ isIn }) => isIn?.(event)) || (event.type === 'deviation.opened' && isDeviation(event.data.kind));
  const isKept = (line: string): boolean =>
    !seen.some(({ lines }) => lines?.test(line)) && !isDeviation(line.replace(/^deviation: /, ''));
  const isLater = kinds.includes('times');
  const isCut = isLater ? cutIn(expect.log, logStreams(events)) : () => false;
  const log = Object.entries(expect.log)
    .filter(([name]) => !seen.some(({ streams }) => streams?.test(name)))
    .map(
      ([name, lines]) =>
        [name, lines.filter((line) => isKept(line) && (!isCut(name) || isAboutDeviation(line)))] as const,
    )
    .filter(([name, lines]) => lines.length > 0 || !isCut(name));
  const { procedures, ...always } = expect;
  return unmetExpectations(
    {
      ...always,
      ...(procedures === undefined ? {} : { procedures: isLater ? orBefore(procedures, events) : procedures }),
      log: Object.fromEntries(log),
      reminders: kinds.includes('reminders') ? [] : expect.reminders,
      deviations: expect.deviations.filter((kind) => !isDeviation(kind)),
    },
    events.filter(
      (event) => !isSeen(event) && (event.type === 'deviation.opened' || !Object.keys(logStreams([event])).some(isCut)),
    ),
    verification,
  );
}
