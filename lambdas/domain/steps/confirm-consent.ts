import * as z from 'zod';
import { notHeld } from '../gates/not-held.ts';
import { because, date, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S04: informed consent to therapy, procurement and follow-up, on a current version of the form. */
export const confirmConsent: StepDefinition = {
  step: 'Confirm consent',
  phase: 'Order',
  role: 'physician',
  decisions: {
    consented: {
      kind: 'authorise',
      meaning: 'I confirm that informed consent was given in my presence on the stated version of the form.',
      evidence: z.strictObject({ formVersion: reference, signedOn: date }),
      gates: [notHeld],
    },
    refused: {
      kind: 'stop',
      meaning: 'I confirm that consent to this therapy was not given.',
      evidence: because,
      gates: [],
    },
  },
  deadline: { kind: 'soft', within: 'P7D' },
  ladder: usualLadder('physician'),
};
