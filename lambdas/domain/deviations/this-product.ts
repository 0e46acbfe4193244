import type { Deviation, JourneyState } from '../journey/state.ts';

/** What was found of material is so until other material is collected; what was found of a batch, until another is made. */
export const isAboutThisProduct = ({ phases }: JourneyState, { phase: foundIn, at }: Deviation): boolean =>
  !phases.some(
    ({ phase, enteredAt }) =>
      enteredAt > at && (phase === 'Collection' || (phase === 'Manufacturing' && foundIn !== 'Collection')),
  );
