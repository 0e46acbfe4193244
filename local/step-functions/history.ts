import { StatesError } from './errors.ts';
import { limits } from './limits.ts';

/** One event as GetExecutionHistory gives it, without payloads; `at` in epoch milliseconds. */
export interface HistoryEvent {
  id: number;
  type: string;
  at: number;
  /** Name of the member that carries `details` (`stateEnteredEventDetails`, …). */
  member: string | undefined;
  details: Readonly<Record<string, unknown>> | undefined;
}

/** The events of one execution, at most 25,000. */
export class History {
  readonly #now: () => number;
  #events: HistoryEvent[] = [];
  #count = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get events(): readonly HistoryEvent[] {
    return this.#events;
  }

  /**
   * Appends an event and answers its id. The last place is kept for the event that ends the execution.
   * @throws {StatesError} States.Runtime when no place is left
   */
  add(type: string, member?: string, details?: Readonly<Record<string, unknown>>): number {
    if (this.#count >= limits.historyEvents - 1) {
      throw new StatesError(
        'States.Runtime',
        `The execution reached the maximum number of history events (${limits.historyEvents}).`,
      );
    }
    return this.#push(type, member, details);
  }

  /** Appends the event that ends the execution. */
  end(type: string, member: string, details: Readonly<Record<string, unknown>>): void {
    this.#push(type, member, details);
  }

  /** Forgets the events, to keep memory bounded. */
  drop(): void {
    this.#events = [];
  }

  #push(type: string, member?: string, details?: Readonly<Record<string, unknown>>): number {
    this.#count += 1;
    this.#events.push({ id: this.#count, type, at: this.#now(), member, details });
    return this.#count;
  }
}
