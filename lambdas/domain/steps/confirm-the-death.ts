import * as z from 'zod';
import { recorded, stopping } from './decisions.ts';
import { explanation, pastDate } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** E12, E30: a reported death holds everything at once; two people confirm it before the journey ends. */
export const confirmTheDeath: StepDefinition = {
  step: 'Confirm the death',
  phase: 'Death',
  role: 'physician',
  decisions: {
    confirmed: stopping(
      'I confirm that the patient has died.',
      z.strictObject({
        diedOn: pastDate,
        causeOfDeath: explanation,
        relationToProduct: z.enum(['nothing-given', 'not-related', 'possibly-related', 'related', 'not-known']),
        autopsy: z.enum(['no-autopsy', 'autopsy-planned', 'autopsy-done']),
      }),
    ),
    'not-so': recorded('I recorded that the report was wrong: the patient lives.'),
  },
  deadline: { kind: 'hard', within: 'PT24H' },
  ladder: usualLadder('physician'),
};
