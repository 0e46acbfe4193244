import * as z from 'zod';
import { stateOfOrder } from '../journey/carried-over.ts';
import { lazily } from '../lazily.ts';
import { startOfPrintedDay } from '../time.ts';
import { authorised, stopping } from './decisions.ts';
import { date, explanation, pastDate, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S03: the funder or national panel agreed to pay for this therapy, for as long as its approval says. */
export const confirmFunding: StepDefinition = {
  step: 'Confirm funding',
  phase: 'Order',
  role: 'pharmacist',
  decisions: {
    funded: authorised(
      'I confirm that the funder approved this therapy for this patient, under the conditions stated.',
      lazily(() =>
        z.strictObject({
          approvalReference: reference,
          approvedOn: pastDate,
          validUntil: date,
          conditions: explanation.optional(),
        }),
      ),
      {
        check: ({ evidence, state, now }) =>
          startOfPrintedDay(String(evidence.validUntil), state.site.zone) > now
            ? null
            : {
                code: 'invalid',
                message: `Approval: valid until ${String(evidence.validUntil)}, expected one that still counts today`,
                detail: { path: 'evidence.validUntil', problem: 'no-longer-valid' },
              },
      },
    ),
    refused: stopping('I confirm that the funder did not approve this therapy.'),
  },
  notNeeded: stateOfOrder('Confirm funding', 'funded'),
  deadline: { kind: 'soft', within: 'P14D' },
  ladder: usualLadder('pharmacist'),
  officeHoursOnly: true,
};
