import type { JourneyEvent } from '../domain/events/journey-event.ts';
import type { JourneyState } from '../domain/journey/state.ts';

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

  constructor(most = 20) {
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
