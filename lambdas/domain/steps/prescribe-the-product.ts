import * as z from 'zod';
import { notExpired } from '../gates/not-expired.ts';
import { prescriptionStands } from '../journey/carried-over.ts';
import { certifiedContainers } from '../journey/product.ts';
import { authorised, waysBack } from './decisions.ts';
import { amount, confirmed, containers, date, dateTime, reference } from './evidence.ts';
import { expiryLadder } from './expiry-ladder.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S17: the product is prescribed to the patient, and the day it is to be given is planned. */
export const prescribeTheProduct: StepDefinition = {
  step: 'Prescribe the product',
  phase: 'Conditioning',
  role: 'physician',
  decisions: {
    prescribed: authorised(
      'I prescribe these containers of the accepted product, with conditioning and day 0 as planned.',
      z.strictObject({
        prescriptionReference: reference,
        containers,
        weightKg: amount('kg', 400),
        weighedOn: date,
        conditioningRegimen: reference,
        conditioningFrom: dateTime,
        plannedDayZeroAt: dateTime,
        fitnessReassessed: confirmed,
        bedReserved: confirmed,
        intensiveCareAndNeurologyInformed: confirmed,
      }),
      {
        gates: [notExpired],
        check: ({ evidence, state }) => {
          const known = certifiedContainers(state);
          const strangers = (evidence.containers as readonly string[]).filter((id) => !known.includes(id));
          return strangers.length === 0
            ? null
            : {
                code: 'invalid',
                message: `Containers: got ${strangers.join(', ')}, expected only ${known.join(', ')}`,
                detail: { path: 'evidence.containers', problem: 'not-certified' },
              };
        },
      },
    ),
    ...waysBack('I do not prescribe this product: it cannot be used.'),
  },
  notNeeded: prescriptionStands,
  deadline: { kind: 'soft', within: 'P7D' },
  ladder: [...usualLadder('physician'), ...expiryLadder],
};
