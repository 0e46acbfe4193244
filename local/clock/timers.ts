export interface Timer {
  readonly atMs: number;
  readonly fire: () => unknown;
}

/** Timers in the order in which they are due; those of one instant in the order in which they were set. */
export class Timers {
  #timers: Timer[] = [];

  add(atMs: number, fire: () => unknown): () => void {
    if (!Number.isFinite(atMs)) throw new RangeError(`setTimer: expected epoch milliseconds, got ${atMs}`);
    const timer: Timer = { atMs, fire };
    this.#timers.splice(this.#firstAfter(atMs), 0, timer);
    return () => {
      const at = this.#timers.indexOf(timer);
      if (at >= 0) this.#timers.splice(at, 1);
    };
  }

  get next(): Timer | undefined {
    return this.#timers[0];
  }

  /** Takes the next timer if it is due at `nowMs`. */
  takeDue(nowMs: number): Timer | undefined {
    const next = this.#timers[0];
    return next !== undefined && next.atMs <= nowMs ? this.#timers.shift() : undefined;
  }

  clear(): void {
    this.#timers = [];
  }

  #firstAfter(atMs: number): number {
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const timer = this.#timers[middle];
      if (timer !== undefined && timer.atMs <= atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
