import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { recorded } from './decisions.ts';
import { confirmed } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/**
 * What was corrected after it was signed stands unsigned until somebody signs it again who may sign the step it belongs to
 * (21 CFR 11.10(e), draft Annex 11). The role named here stands for the role of that step (`roleOf`).
 */
export const signTheCorrection: StepDefinition = {
  step: 'Sign the correction',
  phase: 'Correction',
  role: 'qa',
  decisions: {
    signed: recorded(
      'I compared what was signed first with what it was corrected to, and the reason for it. As corrected it is what happened, and I sign it so.',
      lazily(() => z.strictObject({ correctionRead: confirmed })),
    ),
    disputed: {
      ...recorded(
        'I compared what was signed first with what it was corrected to: as corrected it is not what happened.',
      ),
      deviation: 'correction-disputed',
    },
  },
  deadline: { kind: 'soft', within: 'P2D' },
  ladder: usualLadder('qa'),
};
