import { isDeepStrictEqual } from 'node:util';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { eventStreams } from './event-streams.ts';

/** In words, every stream in which two logs of one scenario differ; empty when they are equal. */
export function differences(deployed: readonly JourneyEvent[], embedded: readonly JourneyEvent[]): readonly string[] {
  const here = eventStreams(deployed);
  const there = eventStreams(embedded);
  return [...new Set([...Object.keys(here), ...Object.keys(there)])]
    .filter((stream) => !isDeepStrictEqual(here[stream], there[stream]))
    .map(
      (stream) =>
        `${stream}: deployed ${JSON.stringify(here[stream] ?? [])}, embedded ${JSON.stringify(there[stream] ?? [])}`,
    );
}
