import { isDeepStrictEqual } from 'node:util';
import { type ChainVerdict, verifyChain } from '../../lambdas/domain/audit/chain.ts';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { documentVersion } from '../../lambdas/domain/registers/document-version.ts';
import { deviationsOf, logStreams, remindersOf } from './log-streams.ts';
import type { Expectations } from './scenario.ts';

/** What does not hold, in words; empty when everything the scenario expects is so. */
export function unmetExpectations(
  expect: Expectations,
  events: readonly JourneyEvent[],
  verification: ChainVerdict,
): readonly string[] {
  const streams = logStreams(events);
  const names = new Set([...Object.keys(expect.log), ...Object.keys(streams)]);
  const closed = events.findLast((event) => event.type === 'journey.closed');
  return [
    ...[...names].flatMap((name) => differs(`log of ${name}`, expect.log[name] ?? [], streams[name] ?? [])),
    ...differs('outcome', expect.outcome, closed?.data.outcome ?? 'still open'),
    ...differs('reminders', [...expect.reminders].sort(), [...remindersOf(events)].sort()),
    ...(expect.procedures === undefined ? [] : differs('procedures', expect.procedures, proceduresOf(events))),
    ...differs('deviations', expect.deviations, deviationsOf(events)),
    ...(verification.verified ? [] : [`audit chain: broken at event ${verification.brokenAt}: ${verification.why}`]),
  ];
}

/** The same of the case of a change. */
export function unmetOfChange(
  { change }: Expectations,
  events: readonly JourneyEvent[],
  statuses: readonly string[],
): readonly string[] {
  const verification = verifyChain(events);
  return [
    ...differs('log of the change', change?.log ?? {}, logStreams(events)),
    ...differs('versions of the change', change?.versions ?? [], statuses),
    ...(verification.verified ? [] : [`chain of the change: broken at event ${verification.brokenAt}`]),
  ];
}

/** The procedures beside forms, by step and round. */
export const proceduresOf = (events: readonly JourneyEvent[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    events.flatMap((event) => {
      if (event.type !== 'step.opened' || event.data.procedure === undefined) return [];
      const { step, round, procedure } = event.data;
      return [[`${step} ${round}`, documentVersion(procedure.id, procedure.version)]];
    }),
  );

const differs = (what: string, expected: unknown, got: unknown): readonly string[] =>
  isDeepStrictEqual(expected, got) ? [] : [`${what}: got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`];
