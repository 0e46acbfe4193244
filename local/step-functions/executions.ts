import type { Execution } from './execution.ts';
import { limits } from './limits.ts';

/**
 * All executions that can still be asked about. Closed ones are forgotten after 90 days, as on the service; the histories of all
 * but the last few closed ones are dropped at once, so that long runs stay in bounds.
 */
export class Executions {
  readonly #byArn = new Map<string, Execution>();
  /** In the order of closing. */
  readonly #closed = new Set<Execution>();
  readonly #withHistory = new Set<Execution>();
  readonly #keepHistories: number;

  constructor(keepHistories: number) {
    this.#keepHistories = keepHistories;
  }

  get(arn: string): Execution | undefined {
    return this.#byArn.get(arn);
  }

  add(execution: Execution): void {
    this.#byArn.set(execution.arn, execution);
  }

  /** Executions of a machine, newest first. */
  of(machineArn: string): Execution[] {
    return [...this.#byArn.values()].filter(({ machine }) => machine.arn === machineArn).reverse();
  }

  /** Takes note that an execution closed, and forgets what is too old. */
  closed(execution: Execution, now: number): void {
    this.#closed.add(execution);
    this.#withHistory.add(execution);
    for (const oldest of this.#withHistory) {
      if (this.#withHistory.size <= this.#keepHistories) break;
      oldest.history.drop();
      this.#withHistory.delete(oldest);
    }
    for (const oldest of this.#closed) {
      if ((oldest.stoppedAt ?? now) > now - limits.closedMs) break;
      this.#closed.delete(oldest);
      this.#withHistory.delete(oldest);
      this.#byArn.delete(oldest.arn);
    }
  }
}
