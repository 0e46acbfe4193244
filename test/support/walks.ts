interface Walks {
  readonly numRuns: number;
  readonly seed?: number;
}

/** How often a property is tried: as usual, or in long runs (`npm run soak`) `MORE_WALKS` times as often, from `SEED`. */
export function walks(usual: number): Walks {
  const { MORE_WALKS = '1', SEED } = process.env;
  const numRuns = usual * Number(MORE_WALKS);
  return SEED === undefined ? { numRuns } : { numRuns, seed: Number(SEED) };
}
