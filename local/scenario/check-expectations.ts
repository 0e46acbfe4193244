import { isDeepStrictEqual } from 'node:util';
import type { ChainVerdict } from '../../lambdas/domain/audit/chain.ts';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
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
    ...differs('deviations', expect.deviations, deviationsOf(events)),
    ...(verification.verified ? [] : [`audit chain: broken at event ${verification.brokenAt}: ${verification.why}`]),
  ];
}

const differs = (what: string, expected: unknown, got: unknown): readonly string[] =>
  isDeepStrictEqual(expected, got) ? [] : [`${what}: got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`];
