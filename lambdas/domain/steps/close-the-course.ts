import * as z from 'zod';
import { handledSince } from '../deviations/handled-since.ts';
import { reviewNotNeeded } from '../journey/closing.ts';
import { isActive } from '../journey/state.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { recorded } from './decisions.ts';
import { confirmed } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

/** A record is not complete while something in it was entered from paper and never compared, corrected and not signed again, gone on with and not reviewed, or a deviation nobody has decided on. */
function nothingOpen({ state }: StepContext): Refusal | null {
  if (isActive(state, 'Transcription')) {
    return {
      code: 'invalid',
      message: 'Closing: got an entry from paper that nobody has compared, expected none. Compare it first',
      detail: { problem: 'transcription-open' },
    };
  }
  if (isActive(state, 'Correction')) {
    return {
      code: 'invalid',
      message: 'Closing: got a correction that nobody has signed again, expected none. Sign it first',
      detail: { problem: 'correction-open' },
    };
  }
  if (isActive(state, 'ContinuationReview')) {
    return {
      code: 'invalid',
      message: 'Closing: got an emergency continuation that QA has not reviewed, expected none. Review it first',
      detail: { problem: 'continuation-open' },
    };
  }
  if (isActive(state, 'Deviation') || isActive(state, 'Capa')) {
    return {
      code: 'invalid',
      message: 'Closing: got a deviation or CAPA that is not closed, expected none. Close it first',
      detail: { problem: 'deviation-open' },
    };
  }
  return null;
}

/** S27: the course is complete as a record: containers reconciled, deviations linked, registry settled, archive set. */
export const closeTheCourse: StepDefinition = {
  step: 'Close the course',
  phase: 'Closure',
  role: 'qa',
  secondTo: ['Account for every container'],
  decisions: {
    closed: {
      ...recorded(
        'I reviewed this course: containers are accounted for, deviations are handled or linked, and the record is complete.',
        lazily(() =>
          z.strictObject({ containersReconciled: confirmed, deviationsLinked: confirmed, recordComplete: confirmed }),
        ),
      ),
      check: nothingOpen,
    },
  },
  notNeeded: reviewNotNeeded,
  readyAt: (state, { openedAt }) => handledSince(state, openedAt),
  deadline: { kind: 'soft', within: 'P30D' },
  ladder: usualLadder('qa'),
  officeHoursOnly: true,
};
