import * as z from 'zod';
import { deliveryAgreed } from '../journey/shipments.ts';
import { lazily } from '../lazily.ts';
import { acceptanceOverdue } from './acceptance-overdue.ts';
import { missingItems } from './checklists.ts';
import { custodyItems } from './custody.ts';
import { recorded, waysBack } from './decisions.ts';
import { confirmed } from './evidence.ts';
import { datedLadder } from './ladders.ts';
import { shipmentLadder } from './shipment-ladder.ts';
import type { StepDefinition } from './step.ts';

const receivers = ['cell-lab', 'pharmacist'] as const;

const items = custodyItems('inbound');

/** S14: the product travels to the hospital; the same custody events as on the way out. */
export const followTheDelivery: StepDefinition = {
  step: 'Follow the delivery',
  phase: 'Receipt',
  role: 'cell-lab',
  checklist: { items },
  decisions: {
    arrived: {
      ...recorded(
        'I recorded that the shipment is here and unloaded.',
        lazily(() => z.strictObject({ unloaded: confirmed })),
      ),
      check: ({ step }) => missingItems(step, items),
    },
    ...waysBack('I recorded that the shipment was lost or spoilt on its way.'),
  },
  deadline: {
    kind: 'hard',
    within: 'P3D',
    due: (state) => deliveryAgreed(state)?.until,
  },
  ladder: [
    ...datedLadder('cell-lab'),
    { rung: 'delivery-in-2-days', at: { before: 'PT48H' }, to: receivers, class: 'info' },
    { rung: 'delivery-tomorrow', at: { before: 'PT24H' }, to: receivers, class: 'due' },
    ...shipmentLadder('inbound'),
    acceptanceOverdue,
  ],
};
