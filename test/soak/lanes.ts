import { availableParallelism } from 'node:os';

/** So many pieces of work are under way at a time. */
export const LANES = availableParallelism();

/** Does the pieces in order, each lane the next one that is left, as long as there is `more` time. */
export async function inLanes<Piece>(
  pieces: Iterable<Piece>,
  more: () => boolean,
  work: (piece: Piece, lane: number) => Promise<void>,
  lanes = LANES,
): Promise<void> {
  const left = pieces[Symbol.iterator]();
  const run = async (lane: number): Promise<void> => {
    while (more()) {
      const { done, value } = left.next();
      if (done === true) return;
      await work(value, lane);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)));
}
