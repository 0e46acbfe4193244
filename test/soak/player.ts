import { type Pair, playPair } from './pairs.ts';

/** What came of a play: what did not hold, or why it could not be played; and where it ended too early. */
export interface Outcome {
  readonly broken: readonly string[];
  readonly tooLate?: string | undefined;
}

/** A process of its own that plays what it is sent. */
process.on('message', async ({ pair, seed }: { pair: Pair; seed: number }) => {
  try {
    const { broken, tooLate } = await playPair(pair, seed);
    process.send?.({ broken, tooLate } satisfies Outcome);
  } catch (error) {
    process.send?.({ broken: [error instanceof Error ? error.message : String(error)] } satisfies Outcome);
  }
});

// The soak was ended: so is what it wanted to know.
process.on('disconnect', () => process.exit());
