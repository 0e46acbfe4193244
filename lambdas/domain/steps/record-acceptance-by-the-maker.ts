import * as z from 'zod';
import { identityMatches } from '../gates/identity-matches.ts';
import { noOpenExcursion } from '../gates/no-open-excursion.ts';
import { isRemake } from '../journey/product.ts';
import { lazily } from '../lazily.ts';
import { authorised, recorded, stopping } from './decisions.ts';
import { chainOfIdentity, dateTime, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S11: the maker accepts or rejects the starting material, and says when the product will be ready. */
export const recordAcceptanceByTheMaker: StepDefinition = {
  step: 'Record acceptance by the maker',
  phase: 'Manufacturing',
  role: 'coordinator',
  decisions: {
    accepted: authorised(
      "I recorded, from the maker's document, that it accepted the starting material and makes the product.",
      lazily(() => z.strictObject({ makerReference: reference, chainOfIdentity, predictedReadyAt: dateTime })),
      { gates: [identityMatches, noOpenExcursion] },
    ),
    recollect: recorded('I recorded that the maker rejected the starting material: it has to be collected again.'),
    stopped: stopping('I recorded that the maker rejected the starting material: the treatment is stopped.'),
  },
  // A remake starts from what the maker kept: nothing new arrives there to be accepted.
  notNeeded: ({ state }) => (isRemake(state) ? 'made-again-from-kept-material' : undefined),
  deadline: { kind: 'soft', within: 'P3D' },
  ladder: usualLadder('coordinator'),
};
