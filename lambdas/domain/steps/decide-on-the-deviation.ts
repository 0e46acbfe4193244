import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { recorded } from './decisions.ts';
import { explanation, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

const decided = lazily(() =>
  z.strictObject({
    materialAfterDeviation: z.enum(['may-be-used', 'must-not-be-used', 'not-concerned']),
    reportedTo: z
      .array(z.enum(['maker', 'tissue-establishment', 'authority', 'incident-system']))
      .min(1)
      .optional(),
    reportReference: reference.optional(),
    explanation,
  }),
);

/** Quality assurance decides, another person than investigated. Until then what is held stays held. */
export const decideOnTheDeviation: StepDefinition = {
  step: 'Decide on the deviation',
  phase: 'Deviation',
  role: 'qa',
  secondTo: ['Investigate the deviation'],
  decisions: {
    'no-capa': recorded(
      'I decided on this deviation, and reported it to those named. No corrective or preventive action is needed.',
      decided,
    ),
    capa: recorded(
      'I decided on this deviation, and reported it to those named. The corrective and preventive actions named are needed.',
      lazily(() => decided().extend({ capaReferences: z.array(reference).min(1).max(10) })),
    ),
    again: recorded('I do not accept the investigation: the deviation is triaged and investigated again.'),
  },
  deadline: { kind: 'hard', within: 'P5D' },
  ladder: usualLadder('qa'),
};
