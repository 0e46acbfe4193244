import * as z from 'zod';
import { conditioningStart } from '../journey/conditioning.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { recorded, waysBack } from './decisions.ts';
import { amount, explanation, pastDateTime, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

/** Conditioning ends after it began: the window for the product would open too early. */
function afterItsStart({ evidence, state }: StepContext): Refusal | null {
  const startedAt = conditioningStart(state);
  const endedAt = String(evidence.endedAt);
  return startedAt === undefined || endedAt >= startedAt
    ? null
    : {
        code: 'invalid',
        message: `End of conditioning: got ${endedAt}, expected not before its start ${startedAt}`,
        detail: { path: 'evidence.endedAt', problem: 'not-after-start' },
      };
}

/** S18: conditioning ended; the window in which the product may be given counts from here (C08). */
export const completeConditioning: StepDefinition = {
  step: 'Complete conditioning',
  phase: 'Conditioning',
  role: 'nurse',
  decisions: {
    completed: {
      ...recorded(
        'I recorded the conditioning as it was given, and when its last dose ended.',
        lazily(() =>
          z.strictObject({
            regimenGiven: reference,
            endedAt: pastDateTime,
            whiteCells: amount('cells/µL'),
            toxicity: explanation.optional(),
          }),
        ),
      ),
      check: afterItsStart,
    },
    ...waysBack('I recorded that conditioning was broken off.'),
    recondition: recorded('I recorded that conditioning was broken off, and has to be decided on anew.'),
  },
  deadline: { kind: 'soft', within: 'P7D' },
  ladder: usualLadder('nurse'),
};
