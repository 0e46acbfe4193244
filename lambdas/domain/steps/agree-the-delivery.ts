import * as z from 'zod';
import { notFlagged } from '../gates/not-flagged.ts';
import { authorised, recorded, stopping } from './decisions.ts';
import { confirmed, reference, storagePosition, window } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S14: the hospital lets the product come: somebody trained receives it, a place is reserved, the patient is still fit. */
export const agreeTheDelivery: StepDefinition = {
  step: 'Agree the delivery',
  phase: 'Receipt',
  role: 'pharmacist',
  decisions: {
    agreed: authorised(
      'I agreed this delivery window with the maker: a trained receiver is on duty and a storage position is reserved.',
      z.strictObject({
        deliveryWindow: window,
        receiver: reference,
        reservedPosition: storagePosition,
        patientStillFit: confirmed,
      }),
      {
        gates: [notFlagged('do-not-ship')],
        check: ({ evidence, now }) => {
          const { from, until } = window.parse(evidence.deliveryWindow);
          return from < until && until > now
            ? null
            : {
                code: 'invalid',
                message: `Delivery: got ${from} to ${until}, expected a window ahead whose end lies after its start`,
                detail: { path: 'evidence.deliveryWindow.until', problem: 'not-after-start' },
              };
        },
      },
    ),
    remake: recorded('I recorded that this product will not be delivered: it has to be manufactured again.'),
    stopped: stopping('I recorded that this product is not to be delivered: the treatment is stopped.'),
  },
  deadline: { kind: 'soft', within: 'P3D' },
  ladder: usualLadder('pharmacist'),
};
