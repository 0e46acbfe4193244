import * as z from 'zod';
import { leavesTomorrow, mustLeaveBy, shipmentDue } from '../journey/shipments.ts';
import { lazily } from '../lazily.ts';
import { missingItems } from './checklists.ts';
import { custodyItems } from './custody.ts';
import { recorded, stopping } from './decisions.ts';
import { reference } from './evidence.ts';
import { datedLadder } from './ladders.ts';
import { shipmentLadder } from './shipment-ladder.ts';
import type { StepDefinition } from './step.ts';

const items = custodyItems('outbound');

/** S10: the starting material travels to its maker; the hospital records what the documents say. */
export const shipTheStartingMaterial: StepDefinition = {
  step: 'Ship the starting material',
  phase: 'Collection',
  role: 'cell-lab',
  checklist: { items },
  decisions: {
    delivered: {
      ...recorded(
        'I recorded, from the documents, that the starting material reached its maker.',
        lazily(() => z.strictObject({ deliveryReference: reference })),
      ),
      check: ({ step }) => missingItems(step, items),
    },
    recollect: recorded('I recorded that the starting material was lost or spoilt: it has to be collected again.'),
    stopped: stopping('I recorded that the starting material was lost or spoilt: the treatment is stopped.'),
  },
  deadline: { kind: 'hard', within: 'PT24H', due: (state, step) => shipmentDue(state, step, mustLeaveBy(state)) },
  ladder: [
    ...datedLadder('cell-lab'),
    { rung: 'leaves-tomorrow', at: { instant: leavesTomorrow, warns: true }, to: ['cell-lab'], class: 'due' },
    {
      // The laboratory and the coordinator hear of it as due.
      rung: 'must-leave',
      at: { instant: (state, step) => (step.checklist['handed-over'] === undefined ? mustLeaveBy(state) : undefined) },
      to: ['apheresis', 'physician', 'qa'],
      class: 'critical',
      answeredBy: 'handed-over',
    },
    ...shipmentLadder('outbound'),
  ],
};
