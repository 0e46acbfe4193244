import * as z from 'zod';
import { wasInfused } from '../journey/product.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { afterDayZero } from './after-day-zero.ts';
import { recorded, stopping } from './decisions.ts';
import { explanation, pastDate } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

/** What is said of the product agrees with whether it was given. */
function asGiven({ state, evidence: { relationToProduct, diedOn } }: StepContext): Refusal | null {
  return relationToProduct === 'nothing-given' && wasInfused(state)
    ? {
        code: 'invalid',
        message: 'Relation to the product: got nothing-given, expected another: the start of an infusion is recorded',
        detail: { path: 'evidence.relationToProduct', problem: 'infusion-recorded' },
      }
    : afterDayZero(state, String(diedOn), 'diedOn');
}

/** E12, E30: a reported death holds everything at once; two people confirm it before the journey ends. */
export const confirmTheDeath: StepDefinition = {
  step: 'Confirm the death',
  phase: 'Death',
  role: 'physician',
  decisions: {
    confirmed: {
      ...stopping(
        'I confirm that the patient has died.',
        lazily(() =>
          z.strictObject({
            diedOn: pastDate,
            causeOfDeath: explanation,
            relationToProduct: z.enum(['nothing-given', 'not-related', 'possibly-related', 'related', 'not-known']),
            autopsy: z.enum(['no-autopsy', 'autopsy-planned', 'autopsy-done']),
          }),
        ),
      ),
      check: asGiven,
    },
    'not-so': recorded('I recorded that the report was wrong: the patient lives.'),
  },
  deadline: { kind: 'hard', within: 'PT24H' },
  ladder: usualLadder('physician'),
};
