import * as z from 'zod';
import { notExpired } from '../gates/not-expired.ts';
import { notHeld } from '../gates/not-held.ts';
import { deferral, untilIsAhead } from './deferral.ts';
import { because, confirmed } from './evidence.ts';
import { expiryLadder } from './expiry-ladder.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S17: the patient is fit, the product is here, and a physician says go, later, or no more. */
export const giveGo: StepDefinition = {
  step: 'Give GO',
  phase: 'Treatment',
  role: 'physician',
  decisions: {
    go: {
      kind: 'authorise',
      meaning:
        'I confirm that the patient is fit for treatment now, and that the accepted product and rescue medication are on site.',
      evidence: z.strictObject({ patientFit: confirmed, productOnSite: confirmed, rescueMedicationOnSite: confirmed }),
      gates: [notHeld, notExpired],
    },
    defer: {
      kind: 'stop',
      meaning: 'I defer the treatment to the stated time: the product is not given before it is decided on again.',
      evidence: deferral,
      gates: [],
      check: untilIsAhead,
    },
    remake: {
      kind: 'record',
      meaning: 'I do not give GO: the product cannot be used and has to be manufactured again.',
      evidence: because,
      gates: [],
    },
    recollect: {
      kind: 'record',
      meaning: 'I do not give GO: the product cannot be used and starting material has to be collected again.',
      evidence: because,
      gates: [],
    },
    stopped: {
      kind: 'stop',
      meaning: 'I stop this treatment: the product is not given.',
      evidence: because,
      gates: [],
    },
  },
  deadline: { kind: 'soft', within: 'P14D' },
  ladder: [...usualLadder('physician'), ...expiryLadder],
};
