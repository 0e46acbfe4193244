import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { recorded, stopping } from './decisions.ts';
import { reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** E12, E30: the second person, from a source of their own. */
export const confirmTheDeathAsSecondPerson: StepDefinition = {
  step: 'Confirm the death as second person',
  phase: 'Death',
  role: 'coordinator',
  secondTo: ['Confirm the death'],
  decisions: {
    confirmed: stopping(
      'I confirm, from the source stated, that the patient has died, as second person.',
      lazily(() => z.strictObject({ sourceReference: reference })),
    ),
    'not-so': recorded('I recorded that the report was wrong: the patient lives.'),
  },
  deadline: { kind: 'hard', within: 'PT24H' },
  ladder: usualLadder('coordinator'),
};
