import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { recorded } from './decisions.ts';
import { chainOfIdentity, explanation, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** E21: the issuer corrects its own evidence; nobody here overrides a mismatch (design 2.11). */
export const resolveTheMismatch: StepDefinition = {
  step: 'Resolve the mismatch',
  phase: 'IdentityMismatch',
  role: 'qa',
  decisions: {
    resolved: recorded(
      "I obtained the issuer's corrected evidence in writing. The step at which the mismatch was found is checked again in full.",
      lazily(() =>
        z.strictObject({
          issuer: z.enum(['maker', 'identity-office', 'apheresis', 'cell-laboratory']),
          correctedReference: reference,
          chainOfIdentity,
          explanation,
        }),
      ),
    ),
    'not-resolved': {
      ...recorded('I recorded that the mismatch cannot be resolved: what it concerns must not be used.'),
      deviation: 'identity-not-resolved',
    },
  },
  deadline: { kind: 'hard', within: 'PT4H' },
  ladder: usualLadder('qa'),
};
