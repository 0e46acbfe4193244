import * as z from 'zod';
import { reviewNotNeeded } from '../journey/closing.ts';
import { lazily } from '../lazily.ts';
import { recorded } from './decisions.ts';
import { confirmed } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S27: the course is complete as a record: containers reconciled, deviations linked, registry settled, archive set. */
export const closeTheCourse: StepDefinition = {
  step: 'Close the course',
  phase: 'Closure',
  role: 'qa',
  secondTo: ['Account for every container'],
  decisions: {
    closed: recorded(
      'I reviewed this course: containers are accounted for, deviations are handled or linked, and the record is complete.',
      lazily(() =>
        z.strictObject({ containersReconciled: confirmed, deviationsLinked: confirmed, recordComplete: confirmed }),
      ),
    ),
  },
  notNeeded: reviewNotNeeded,
  deadline: { kind: 'soft', within: 'P30D' },
  ladder: usualLadder('qa'),
};
