import { isTransient } from '../middleware/transient.ts';

/**
 * Does something for each, one after the other. One for which it cannot be done keeps back none of the others: it is thrown when all were
 * tried. What may succeed later is thrown at once, and all of it is done again.
 */
export async function eachAlone<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const failed: unknown[] = [];
  for (const one of all) {
    try {
      await act(one);
    } catch (error) {
      if (isTransient(error)) throw error;
      failed.push(error);
    }
  }
  if (failed.length > 0) throw failed[0];
}
