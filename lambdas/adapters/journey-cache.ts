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

let shared: Map<string, { readonly hash: string; readonly state: JourneyState }> | undefined;

/**
 * From here on all stores of this process share what logs come to, writers' states too. For simulations, where thousands of
 * journeys are played to see how people fare: everywhere else each function reads what was stored, as on AWS.
 */
export function shareStates(): void {
  shared ??= new Map();
}

/** Takes note of what a log comes to with its last event, where that is shared. */
export function noteState({ journeyId, hash }: JourneyEvent, state: JourneyState): void {
  if (shared === undefined) return;
  shared.delete(journeyId);
  shared.set(journeyId, { hash, state });
  const [oldest] = shared.keys();
  if (shared.size > MOST && oldest !== undefined) shared.delete(oldest);
}

/** What a log comes to with its last event, whose hash stands for the whole of it. */
export function stateAfter(last: JourneyEvent, fold: () => JourneyState | undefined): JourneyState | undefined {
  const known = shared?.get(last.journeyId);
  if (known?.hash === last.hash) return known.state;
  const state = fold();
  if (state !== undefined) noteState(last, state);
  return state;
}
