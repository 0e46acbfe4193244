import * as z from 'zod';
import { deviationsHandled } from '../gates/deviations-handled.ts';
import { notExpiredOnceMade } from '../gates/not-expired-once-made.ts';
import { policyOf } from '../journey/site-policy.ts';
import { lazily } from '../lazily.ts';
import { tocilizumabInForce } from '../protocol/in-force.ts';
import { authorised, recorded, stopping } from './decisions.ts';
import { confirmed, count, reference } from './evidence.ts';
import { expiryLadder } from './expiry-ladder.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S17: a pharmacist verifies the prescription and reserves the rescue medication the label asks for. */
export const verifyThePrescription: StepDefinition = {
  step: 'Verify the prescription',
  phase: 'Conditioning',
  role: 'pharmacist',
  secondTo: ['Prescribe the product'],
  decisions: {
    verified: authorised(
      'I verified the prescription against product, weight and protocol, and reserved the rescue medication.',
      lazily(() =>
        z.strictObject({
          prescriptionReference: reference,
          tocilizumabDosesReserved: count,
          tocilizumabLot: reference,
          resupplyConfirmed: confirmed,
          thawDeviceQualified: confirmed,
          staffRostered: confirmed,
        }),
      ),
      {
        gates: [notExpiredOnceMade, ...deviationsHandled],
        check: ({ evidence, state, protocol }) => {
          const least = tocilizumabInForce(protocol, policyOf(state).jurisdiction)?.dosesOnSite;
          const got = Number(evidence.tocilizumabDosesReserved);
          return least === undefined || got >= least
            ? null
            : {
                code: 'invalid',
                message: `Tocilizumab: got ${got} doses reserved, expected at least ${least} on site for this patient`,
                detail: { path: 'evidence.tocilizumabDosesReserved', problem: 'fewer-than-label' },
              };
        },
      },
    ),
    represcribe: recorded('I found a difference: the product has to be prescribed anew.'),
    stopped: stopping('I found that this product must not be given: the treatment is stopped.'),
  },
  deadline: { kind: 'soft', within: 'P2D' },
  ladder: [...usualLadder('pharmacist'), ...expiryLadder],
};
