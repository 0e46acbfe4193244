import * as z from 'zod';
import { recorded, waysBack } from './decisions.ts';
import { amount, explanation, pastDateTime, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S18: conditioning ended; the window in which the product may be given counts from here (C08). */
export const completeConditioning: StepDefinition = {
  step: 'Complete conditioning',
  phase: 'Conditioning',
  role: 'nurse',
  decisions: {
    completed: {
      ...recorded(
        'I recorded the conditioning as it was given, and when its last dose ended.',
        z.strictObject({
          regimenGiven: reference,
          endedAt: pastDateTime,
          whiteCells: amount('cells/µL'),
          toxicity: explanation.optional(),
        }),
      ),
    },
    ...waysBack('I recorded that conditioning was broken off.'),
    recondition: recorded('I recorded that conditioning was broken off, and has to be decided on anew.'),
  },
  deadline: { kind: 'soft', within: 'P7D' },
  ladder: usualLadder('nurse'),
};
