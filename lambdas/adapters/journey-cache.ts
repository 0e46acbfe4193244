import type { JourneyEvent } from '../domain/events/journey-event.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import type { Commit } from '../domain/ports.ts';

const MOST = 20;

/** What a function has read of a journey before. Events never change, so only newer ones have to be read. */
export interface Known {
  readonly events: readonly JourneyEvent[];
  readonly state: JourneyState;
  readonly head: string;
  /** So many events of the log are packed, where this function found or left fewer than can be. */
  readonly packed?: number | undefined;
}

/** The journeys a warm function met last. A restored table is noticed by its head, and read whole. */
export class JourneyCache {
  readonly #known = new Map<string, Known>();
  readonly #most: number;

  constructor(most = MOST) {
    this.#most = most;
  }

  recall(journeyId: string): Known | undefined {
    return this.#known.get(journeyId);
  }

  keep(journeyId: string, known: Known): void {
    this.#known.delete(journeyId);
    this.#known.set(journeyId, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > this.#most && oldest !== undefined) this.#known.delete(oldest);
  }

  forget(journeyId: string): void {
    this.#known.delete(journeyId);
  }
}

let shared: JourneyCache | undefined;

/**
 * From here on all stores of this process remember together, and a writer remembers what it wrote. For simulations, where
 * thousands of journeys are played to see how people fare: everywhere else each function reads what was stored, as on AWS.
 */
export function shareLogs(): void {
  shared ??= new JourneyCache();
}

/** What a store remembers by: of its own, or with all others. */
export const journeyCache = (): JourneyCache => shared ?? new JourneyCache();

/** Takes note of what was committed, where that is shared. */
export function noteWritten({ journeyId, expected, events, state }: Commit): void {
  const last = events.at(-1);
  if (shared === undefined || last === undefined) return;
  const known = expected === 0 ? undefined : shared.recall(journeyId);
  const before = known?.events ?? [];
  if (events[0]?.seq !== before.length + 1) shared.forget(journeyId);
  else shared.keep(journeyId, { ...known, events: [...before, ...events], state, head: last.hash });
}
