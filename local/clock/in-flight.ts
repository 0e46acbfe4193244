/**
 * Counts work in flight. Work that starts other work begins counting it before it ends itself; what a promise chain
 * starts in the microtasks after the last end is caught by one turn of the event loop before idleness is declared.
 */
export class InFlight {
  #count = 0;
  #waiting: (() => void)[] = [];

  get count(): number {
    return this.#count;
  }

  hold(): () => void {
    this.#count += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#count -= 1;
      if (this.#count === 0) this.#settle();
    };
  }

  track<T>(work: Promise<T>): Promise<T> {
    const release = this.hold();
    work.then(release, release);
    return work;
  }

  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#count === 0) this.#settle();
    });
  }

  #settle(): void {
    if (this.#waiting.length === 0) return;
    setImmediate(() => {
      if (this.#count !== 0) return;
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const resolve of waiting) resolve();
    });
  }
}
