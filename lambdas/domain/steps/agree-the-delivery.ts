import * as z from 'zod';
import { isWithinHours, workingTimeOf } from '../calendar/working-time.ts';
import { notFlagged } from '../gates/not-flagged.ts';
import { agreementInDate } from '../gates/registers/agreement-in-date.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { authorised, recorded, stopping } from './decisions.ts';
import { confirmed, reference, storagePosition, window } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

/** A window ahead, in which the site is open; at another time it comes only where that was agreed with those on duty. */
function inHours({ evidence, now, state }: StepContext): Refusal | null {
  const { from, until } = window.parse(evidence.deliveryWindow);
  if (from >= until || until <= now) {
    return {
      code: 'invalid',
      message: `Delivery: got ${from} to ${until}, expected a window ahead whose end lies after its start`,
      detail: { path: 'evidence.deliveryWindow.until', problem: 'not-after-start' },
    };
  }
  return isWithinHours({ from, until }, workingTimeOf(state)) || evidence.outOfHoursAgreement !== undefined
    ? null
    : {
        code: 'invalid',
        message: `Delivery: got ${from} to ${until}, expected within the opening hours of the site, or the agreement on it`,
        detail: { path: 'evidence.deliveryWindow.from', problem: 'outside-opening-hours' },
      };
}

/** S14: the hospital lets the product come: somebody trained receives it, a place is reserved, the patient is still fit. */
export const agreeTheDelivery: StepDefinition = {
  step: 'Agree the delivery',
  phase: 'Receipt',
  role: 'pharmacist',
  decisions: {
    agreed: authorised(
      'I agreed this delivery window with the maker: a trained receiver is on duty and a storage position is reserved.',
      lazily(() =>
        z.strictObject({
          deliveryWindow: window,
          receiver: reference,
          reservedPosition: storagePosition,
          patientStillFit: confirmed,
          outOfHoursAgreement: reference.optional(),
        }),
      ),
      {
        gates: [notFlagged('do-not-ship'), agreementInDate],
        check: inHours,
      },
    ),
    remake: recorded('I recorded that this product will not be delivered: it has to be manufactured again.'),
    stopped: stopping('I recorded that this product is not to be delivered: the treatment is stopped.'),
  },
  deadline: { kind: 'soft', within: 'P3D' },
  ladder: usualLadder('pharmacist'),
};
