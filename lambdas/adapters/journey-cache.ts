import type { JourneyEvent } from '../domain/events/journey-event.ts';
import type { JourneyState } from '../domain/journey/state.ts';

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

const newest = new Map<string, { readonly hash: string; readonly state: JourneyState }>();

/** Takes note of what a log comes to with its last event. */
export function noteState({ journeyId, hash }: JourneyEvent, state: JourneyState): void {
  newest.delete(journeyId);
  newest.set(journeyId, { hash, state });
  const [oldest] = newest.keys();
  if (newest.size > MOST && oldest !== undefined) newest.delete(oldest);
}

/**
 * What a log comes to with its last event, whose hash stands for the whole of it: who wrote it knows, and where functions
 * share a process, what one of them made of a log holds for all.
 */
export function stateAfter(last: JourneyEvent, fold: () => JourneyState | undefined): JourneyState | undefined {
  const known = newest.get(last.journeyId);
  if (known?.hash === last.hash) return known.state;
  const state = fold();
  if (state !== undefined) noteState(last, state);
  return state;
}
