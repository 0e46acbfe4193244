import { GivenUp } from '../errors.ts';
import type { StepFunctionsPorts } from '../ports.ts';
import type { Scope } from './scope.ts';

/** The two ways a wait can end. */
export interface Settle<T> {
  resolve(value: T): void;
  reject(error: unknown): void;
}

/**
 * One line of control in an execution: the main flow, or a branch of a Parallel.
 * While it computes it counts as work in flight (`track`); while it waits for a callback, a timer or a child it does not, so that a
 * virtual clock can see that nothing is runnable. Whoever wakes it makes it count again before their own work ends.
 */
export class Strand {
  readonly #track: StepFunctionsPorts['track'];
  readonly #scope: Scope;
  #rest: (() => void) | undefined;

  constructor(track: StepFunctionsPorts['track'], scope: Scope) {
    this.#track = track;
    this.#scope = scope;
  }

  /** @throws {GivenUp} when this part of the execution is no longer wanted */
  check(): void {
    if (this.#scope.closed) throw new GivenUp();
  }

  /** Does the work of this strand; the work handles its own errors. */
  run(work: () => Promise<void>): void {
    this.#busy();
    void work().finally(() => this.#idle());
  }

  /**
   * Waits for something outside. `register` starts it and answers how to undo it; undo runs once, however the wait ends.
   * @throws {GivenUp} when the strand is given up meanwhile
   */
  wait<T>(register: (settle: Settle<T>) => () => void): Promise<T> {
    this.check();
    return new Promise<T>((resolve, reject) => {
      let settled = false;
      let undo: (() => void) | undefined;
      const finish = (settle: () => void): void => {
        if (settled) return;
        settled = true;
        forget();
        this.#busy();
        undo?.();
        settle();
      };
      const forget = this.#scope.onClose(() => finish(() => reject(new GivenUp())));
      const settle: Settle<T> = {
        resolve: (value) => finish(() => resolve(value)),
        reject: (error) => finish(() => reject(error)),
      };
      try {
        undo = register(settle);
      } catch (thrown) {
        settle.reject(thrown);
        return;
      }
      // Settled while it was being registered: there was nothing to undo yet.
      if (settled) undo();
      else this.#idle();
    });
  }

  #busy(): void {
    if (this.#rest !== undefined) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#rest = resolve;
    void this.#track(promise);
  }

  #idle(): void {
    this.#rest?.();
    this.#rest = undefined;
  }
}
