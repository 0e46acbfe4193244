import type { JourneyEvent } from '../domain/events/journey-event.ts';
import type { JourneyState } from '../domain/journey/state.ts';

const MOST = 20;

/** What a function has read of a journey before. Events never change, so only newer ones have to be read. */
export interface Known {
  readonly events: readonly JourneyEvent[];
  readonly state: JourneyState;
  readonly head: string;
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

const newest = new Map<string, { readonly last: JourneyEvent; readonly state: JourneyState }>();

/**
 * The state that a log comes to with its last event. Where functions share a process and its tables they read the very same
 * events, and what one of them made of a log holds for all.
 */
export function stateAfter(last: JourneyEvent, fold: () => JourneyState | undefined): JourneyState | undefined {
  const known = newest.get(last.journeyId);
  if (known?.last === last) return known.state;
  const state = fold();
  newest.delete(last.journeyId);
  if (state !== undefined) newest.set(last.journeyId, { last, state });
  const [oldest] = newest.keys();
  if (newest.size > MOST && oldest !== undefined) newest.delete(oldest);
  return state;
}
