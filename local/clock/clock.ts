/**
 * Time and quiescence of the embedded stack. Everything in `local/` takes its time from here, and everything that works
 * on its own (an HTTP request, an invocation, a stream batch, a state machine step) is counted here, so that a virtual
 * clock knows exactly when nothing is runnable.
 */
export interface Clock {
  readonly kind: 'real' | 'virtual';
  /** Epoch milliseconds. */
  now(): number;
  /**
   * Calls `fire` once the clock reaches `atMs` (epoch milliseconds; an instant in the past fires as soon as possible).
   * A promise it returns counts as work. Returns the cancellation.
   */
  setTimer(atMs: number, fire: () => unknown): () => void;
  /** Counts `work` until it settles. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Counts one piece of work until the returned function is called (further calls do nothing). */
  hold(): () => void;
  /** Resolves when no counted work is left and none was started by what just ended. */
  idle(): Promise<void>;
  /** Forgets all timers; the clock fires nothing any more. */
  stop(): void;
}

/** A clock that can be moved. Moves are done one after the other, each starts and ends idle. */
export interface VirtualClock extends Clock {
  readonly kind: 'virtual';
  /** Moves by `ms` milliseconds; all timers due on the way fire at their own time. */
  advance(ms: number): Promise<void>;
  /**
   * Moves to the next timer and fires it. False when there is none, or none up to `limitMs` (epoch milliseconds): the
   * clock then stays where it is.
   */
  advanceToNextTimer(limitMs?: number): Promise<boolean>;
  /** Epoch milliseconds of the next timer, or undefined. */
  nextTimerAt(): number | undefined;
}
