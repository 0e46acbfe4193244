import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { recorded } from './decisions.ts';
import { confirmed } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S01: an order came for a patient and a therapy that already have an open journey; a person says whether it is this course. */
export const matchTheOrder: StepDefinition = {
  step: 'Match the order',
  phase: 'OrderMatch',
  role: 'coordinator',
  decisions: {
    'same-course': recorded(
      'I compared the order in the hospital record with this journey: it is for this course of treatment.',
      lazily(() => z.strictObject({ orderCompared: confirmed })),
    ),
    'another-course': recorded(
      'I compared the order in the hospital record with this journey: it is for another course, and opens a journey of its own.',
    ),
  },
  deadline: { kind: 'soft', within: 'P1D' },
  ladder: usualLadder('coordinator'),
};
