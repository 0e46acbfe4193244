import * as z from 'zod';
import { deviationsHandled } from '../gates/deviations-handled.ts';
import { notExpiredOnceMade } from '../gates/not-expired-once-made.ts';
import { riskAssessed } from '../gates/registers/risk-assessed.ts';
import { siteReady } from '../gates/registers/site-ready.ts';
import { prescriptionStands } from '../journey/carried-over.ts';
import { componentsLeftOut } from '../journey/components.ts';
import { certifiedContainers } from '../journey/product.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { authorised, waysBack } from './decisions.ts';
import { bodyWeight, confirmed, containers, dateTime, pastDate, reference } from './evidence.ts';
import { expiryLadder } from './expiry-ladder.ts';
import { usualLadder } from './ladders.ts';
import { dayZeroFits, weighedLately } from './prescription-dates.ts';
import type { StepContext, StepDefinition } from './step.ts';

/** Containers of the certificate and no others; before there is one, none. */
function asCertified({ evidence, state, protocol }: StepContext): Refusal | null {
  const known = certifiedContainers(state);
  const got = (evidence.containers ?? []) as readonly string[];
  const fits = got.every((id) => known.includes(id)) && (got.length > 0 || known.length === 0);
  const leftOut = componentsLeftOut(state, protocol, got);
  if (fits && leftOut.length > 0) {
    return {
      code: 'invalid',
      message: `Containers: none of component ${leftOut.join(', ')}, expected some of each component of the product`,
      detail: { path: 'evidence.containers', problem: 'component-missing' },
    };
  }
  return fits
    ? null
    : {
        code: 'invalid',
        message: `Containers: got ${got.join(', ') || 'none'}, expected only ${known.join(', ') || 'none: nothing is certified yet'}`,
        detail: { path: 'evidence.containers', problem: 'not-certified' },
      };
}

/** S17: the product is prescribed to the patient, and the day it is to be given is planned. */
export const prescribeTheProduct: StepDefinition = {
  step: 'Prescribe the product',
  phase: 'Conditioning',
  role: 'physician',
  decisions: {
    prescribed: authorised(
      'I prescribe these containers of the accepted product, with conditioning and day 0 as planned.',
      lazily(() =>
        z.strictObject({
          prescriptionReference: reference,
          /** Which containers of the certificate; left out where the product is still being made. */
          containers: containers.optional(),
          weightKg: bodyWeight,
          weighedOn: pastDate,
          conditioningRegimen: reference,
          conditioningFrom: dateTime,
          plannedDayZeroAt: dateTime,
          fitnessReassessed: confirmed,
          bedReserved: confirmed,
          intensiveCareAndNeurologyInformed: confirmed,
        }),
      ),
      {
        gates: [notExpiredOnceMade, ...deviationsHandled, siteReady, riskAssessed],
        check: (context) => asCertified(context) ?? dayZeroFits(context) ?? weighedLately(context),
      },
    ),
    ...waysBack('I do not prescribe this product: it cannot be used.'),
  },
  notNeeded: prescriptionStands,
  deadline: { kind: 'soft', within: 'P7D' },
  ladder: [...usualLadder('physician'), ...expiryLadder],
};
