import * as z from 'zod';
import { approvalsValid } from '../gates/approvals-valid.ts';
import { slotStillHeld } from '../gates/slot-still-held.ts';
import { type SlotOffer, slotHoldUntil, slotOffers } from '../journey/slots.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { datesInOrder } from './dates-in-order.ts';
import { authorised, recorded, stopping } from './decisions.ts';
import { dateTime, reference, window } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

const slots = lazily(() =>
  z.strictObject({
    collectionSlot: window,
    manufacturingSlot: reference,
    plannedReadyAt: dateTime,
    plannedDeliveryAt: dateTime,
    plannedDayZeroAt: dateTime,
  }),
);

function fitting({ step, evidence, now }: StepContext): Refusal | null {
  const { collectionSlot, manufacturingSlot, plannedReadyAt, plannedDeliveryAt, plannedDayZeroAt } =
    slots().parse(evidence);
  const order = [
    ['collectionSlot.from', collectionSlot.from],
    ['collectionSlot.until', collectionSlot.until],
    ['plannedReadyAt', plannedReadyAt],
    ['plannedDeliveryAt', plannedDeliveryAt],
    ['plannedDayZeroAt', plannedDayZeroAt],
  ] as const;
  return datesInOrder(order, now) ?? asOffered(slotOffers(step), { collectionSlot, manufacturingSlot });
}

/** Where the maker's offers are recorded, one of them is booked; by telephone a slot can be given without one. */
function asOffered(
  offers: readonly SlotOffer[],
  { collectionSlot, manufacturingSlot }: Pick<SlotOffer, 'collectionSlot' | 'manufacturingSlot'>,
): Refusal | null {
  const ofThisSlot = offers.filter((offer) => offer.manufacturingSlot === manufacturingSlot);
  const isOffered = ofThisSlot.some(
    (offer) => offer.collectionSlot.from <= collectionSlot.from && collectionSlot.until <= offer.collectionSlot.until,
  );
  if (offers.length === 0 || isOffered) return null;
  const path = ofThisSlot.length === 0 ? 'manufacturingSlot' : 'collectionSlot.from';
  return {
    code: 'invalid',
    message: `${path}: got another than the maker offers, expected one of its offers. Ask it for another, and record that first.`,
    detail: { path: `evidence.${path}`, problem: 'not-as-offered' },
  };
}

/** S06: collection and manufacturing slots are booked; an offer is held by the maker only until it says. */
export const bookTheSlots: StepDefinition = {
  step: 'Book the slots',
  phase: 'Collection',
  role: 'coordinator',
  checklist: {
    items: [
      {
        item: 'slot-offered',
        meaning: 'I recorded the slots the maker offers, and until when it holds them for us.',
        values: lazily(() =>
          z.strictObject({ manufacturingSlot: reference, collectionSlot: window, heldUntil: dateTime }),
        ),
        gates: [],
        per: 'many',
      },
    ],
  },
  decisions: {
    booked: authorised(
      'I booked these slots with the maker and with apheresis; the dates that follow are the plan.',
      slots,
      {
        gates: [approvalsValid, slotStillHeld],
        check: fitting,
      },
    ),
    'slot-lost': recorded('I recorded that the slots offered were lost: new ones have to be found.'),
    reorder: recorded('I recorded that what the order rests on no longer counts: it has to be ordered anew.'),
    stopped: stopping('I recorded that no slots will be booked: the treatment is stopped.'),
  },
  deadline: { kind: 'soft', within: 'P7D' },
  ladder: [
    ...usualLadder('coordinator'),
    {
      rung: 'slot-hold-ends-soon',
      at: { instant: (state, step) => slotHoldUntil(state, step, 'PT24H'), warns: true },
      to: ['coordinator', 'physician', 'apheresis'],
      class: 'due',
    },
    {
      rung: 'slot-hold-ended',
      at: { instant: (state, step) => slotHoldUntil(state, step) },
      to: ['coordinator', 'physician', 'apheresis'],
      class: 'critical',
    },
  ],
};
