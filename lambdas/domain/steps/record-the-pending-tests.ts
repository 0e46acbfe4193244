import * as z from 'zod';
import { attachment } from '../attachments/attachment.ts';
import { pendingTestsDue } from '../journey/pending-tests.ts';
import { lazily } from '../lazily.ts';
import { recorded } from './decisions.ts';
import { explanation, pastDate, reference } from './evidence.ts';
import { datedLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S13, E10: results that were pending at certification arrive; a failed one is known at once to all who decide. */
export const recordThePendingTests: StepDefinition = {
  step: 'Record the pending tests',
  phase: 'PendingTests',
  role: 'pharmacist',
  decisions: {
    passed: recorded(
      "I recorded, from the maker's document, that all pending tests passed.",
      lazily(() =>
        z.strictObject({
          makerReference: reference,
          certificateAttachment: attachment.optional(),
          resultedOn: pastDate,
        }),
      ),
    ),
    failed: {
      ...recorded(
        "I recorded, from the maker's document, that a pending test failed: the product is not to be given.",
        lazily(() =>
          z.strictObject({
            makerReference: reference,
            certificateAttachment: attachment.optional(),
            resultedOn: pastDate,
            explanation,
          }),
        ),
      ),
      deviation: 'late-test-failed',
    },
  },
  deadline: { kind: 'hard', within: 'P14D', due: (state) => pendingTestsDue(state) },
  ladder: datedLadder('pharmacist'),
};
