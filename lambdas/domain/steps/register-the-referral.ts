import * as z from 'zod';
import { stateOfOrder } from '../journey/carried-over.ts';
import { lazily } from '../lazily.ts';
import { authorised, stopping } from './decisions.ts';
import { confirmed, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S01: the referral is complete enough for the multidisciplinary team to judge. */
export const registerTheReferral: StepDefinition = {
  step: 'Register the referral',
  phase: 'Order',
  role: 'coordinator',
  decisions: {
    registered: authorised(
      'I checked that the referral is complete, and that the patient it names is the one in the hospital record.',
      lazily(() =>
        z.strictObject({
          referralReference: reference,
          diagnosisCode: reference,
          priorTherapies: z.array(reference).max(20),
          identityChecked: confirmed,
          carerNamed: z.boolean(),
        }),
      ),
    ),
    returned: stopping('I returned the referral to its sender: it does not lead to this treatment.'),
  },
  notNeeded: stateOfOrder('Register the referral', 'registered'),
  deadline: { kind: 'soft', within: 'P2D' },
  ladder: usualLadder('coordinator'),
};
