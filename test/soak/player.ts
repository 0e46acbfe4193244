import { type Pair, playPair } from './pairs.ts';

/** A process of its own that plays what it is sent and answers with what did not hold, or why it could not be played. */
process.on('message', async ({ pair, seed }: { pair: Pair; seed: number }) => {
  try {
    process.send?.((await playPair(pair, seed)).broken);
  } catch (error) {
    process.send?.([error instanceof Error ? error.message : String(error)]);
  }
});

// The soak was ended: so is what it wanted to know.
process.on('disconnect', () => process.exit());
