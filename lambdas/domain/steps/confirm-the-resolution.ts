import * as z from 'zod';
import { identityMatches } from '../gates/identity-matches.ts';
import { lazily } from '../lazily.ts';
import { recorded } from './decisions.ts';
import { chainOfIdentity, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** E21: the second of the two people who sign a resolved mismatch. */
export const confirmTheResolution: StepDefinition = {
  step: 'Confirm the resolution',
  phase: 'IdentityMismatch',
  role: 'pharmacist',
  secondTo: ['Resolve the mismatch'],
  decisions: {
    confirmed: {
      ...recorded(
        'I compared the corrected evidence of the issuer with the chain of identity of this journey, as second person.',
        lazily(() => z.strictObject({ correctedReference: reference, chainOfIdentity })),
      ),
      gates: [identityMatches],
    },
    again: recorded('I do not confirm the resolution: it has to be sought again.'),
  },
  deadline: { kind: 'hard', within: 'PT4H' },
  ladder: usualLadder('pharmacist'),
};
