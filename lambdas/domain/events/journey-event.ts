import * as z from 'zod';
import { CorruptionFault } from '../faults.ts';
import { lazily } from '../lazily.ts';
import type { Instant, Occurrence } from '../time.ts';
import { type EventData, type EventType, eventData } from './data.ts';
import { type Actor, envelope, type Release } from './envelope.ts';
import type { Identifiers } from './identifiers.ts';

/** An event before it is linked into its chain. */
export type UnsealedEvent<T extends EventType = EventType> = {
  [K in T]: {
    readonly schemaVersion: 1;
    readonly journeyId: string;
    readonly seq: number;
    readonly type: K;
    readonly occurredAt: Occurrence;
    readonly recordedAt: Instant;
    readonly by: Actor;
    readonly release: Release;
    readonly identifiers?: Identifiers;
    readonly data: EventData<K>;
  };
}[T];

/** One fact of a journey, linked to the one before by `prev` and `hash`. */
export type JourneyEvent<T extends EventType = EventType> = UnsealedEvent<T> & {
  readonly prev: string;
  readonly hash: string;
};

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

const schemas = new Map(
  Object.entries(eventData).map(([type, data]) => [
    type,
    lazily(() => z.strictObject({ ...envelope(), type: z.literal(type), data: data(), prev: hex64, hash: hex64 })),
  ]),
);

/** Reads an event as stored. Our own data is read strictly: anything not understood is a fault that names it. */
export function parseEvent(stored: unknown): JourneyEvent {
  const type = typeof stored === 'object' && stored !== null && 'type' in stored ? String(stored.type) : '(no type)';
  const schema = schemas.get(type)?.();
  if (schema === undefined) {
    throw new CorruptionFault(`Event log: got event type ${type}, expected one of ${[...schemas.keys()].join(', ')}`);
  }
  const parsed = schema.safeParse(stored);
  if (!parsed.success)
    throw new CorruptionFault(`Event log: ${type} does not fit its schema: ${z.prettifyError(parsed.error)}`);
  return parsed.data as JourneyEvent;
}
