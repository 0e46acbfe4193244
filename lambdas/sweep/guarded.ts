import { describe, log } from '../middleware/log.ts';

export type Tally = Record<'done' | 'nothing' | 'failed', number>;

export const emptyTally = (): Tally => ({ done: 0, nothing: 0, failed: 0 });

/** One that cannot be attended to must not keep the sweep from all others. */
export async function guarded(
  what: string,
  id: string,
  work: () => Promise<boolean>,
): Promise<'done' | 'nothing' | 'failed'> {
  try {
    return (await work()) ? 'done' : 'nothing';
  } catch (error) {
    log('error', 'sweep failed', { what, id, ...describe(error) });
    return 'failed';
  }
}
