/**
 * What came of an effect. Who was served last need not be marked by a write of its own: that the effect is done is written
 * next, and says it with it.
 */
export interface Performed {
  readonly outcome: 'done' | 'waits';
  readonly unmarked?: string | undefined;
}

export const DONE: Performed = { outcome: 'done' };
export const WAITS: Performed = { outcome: 'waits' };
