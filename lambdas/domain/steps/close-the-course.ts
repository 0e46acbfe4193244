import * as z from 'zod';
import { reviewNotNeeded } from '../journey/closing.ts';
import { isActive } from '../journey/state.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { recorded } from './decisions.ts';
import { confirmed } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

/** A record is not complete while something in it was entered from paper and never compared. */
const nothingUncompared = ({ state }: StepContext): Refusal | null =>
  isActive(state, 'Transcription')
    ? {
        code: 'invalid',
        message: 'Closing: got an entry from paper that nobody has compared, expected none. Compare it first',
        detail: { problem: 'transcription-open' },
      }
    : null;

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
      check: nothingUncompared,
    },
  },
  notNeeded: reviewNotNeeded,
  deadline: { kind: 'soft', within: 'P30D' },
  ladder: usualLadder('qa'),
  officeHoursOnly: true,
};
