/** Of the occurrences that find nothing done, the one that is delivered. */
const IDLE_EVERY = 28;

/**
 * Lets periodic work rest while nothing happens. On a virtual clock years pass in which a journey waits for its next
 * visit and a daily sweep would read the same records thousands of times; what it would find can only be something that
 * was lost before, and every 28th look still finds that. `work` counts everything done so far, by anybody.
 */
export class IdleRest {
  readonly #work: () => number;
  readonly #last = new Map<string, { work: number; rested: number }>();

  constructor(work: () => number) {
    this.#work = work;
  }

  /** Whether the occurrence of `key` that is due now may rest. */
  mayRest(key: string): boolean {
    const last = this.#last.get(key);
    if (last === undefined || last.work !== this.#work()) return false;
    last.rested += 1;
    return last.rested < IDLE_EVERY;
  }

  /** To be told right after an occurrence of `key` was delivered: what the delivery itself does counts as done later. */
  delivered(key: string): void {
    this.#last.set(key, { work: this.#work(), rested: 0 });
  }
}
