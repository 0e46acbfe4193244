import * as z from 'zod';
import { dateOf } from '../calendar/local-time.ts';
import { workingDaysLater, workingTimeOf } from '../calendar/working-time.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { plus } from '../time.ts';
import { recorded } from './decisions.ts';
import { date, explanation, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

/** A plan is about what lies ahead, within a year; what was done already is done today. */
function planAhead({ state, evidence, now }: StepContext): Refusal | null {
  const { zone } = state.site;
  const doneBy = String(evidence.capaDoneBy);
  return doneBy >= dateOf(now, zone) && doneBy <= dateOf(plus(now, 'P1Y', zone), zone)
    ? null
    : {
        code: 'invalid',
        message: `Done by: got ${doneBy}, expected a day from today on, within a year`,
        detail: { path: 'evidence.capaDoneBy', problem: 'not-within-a-year' },
      };
}

/** Within five working days of the decision (clinical-pathway 3.7). */
export const planTheCapa: StepDefinition = {
  step: 'Plan the CAPA',
  phase: 'Capa',
  role: 'pharmacist',
  decisions: {
    planned: {
      ...recorded(
        'I planned the corrective and preventive actions: what is done, who owns it, and by when.',
        lazily(() =>
          z.strictObject({
            capaReferences: z.array(reference).min(1).max(10),
            capaActions: explanation,
            capaOwner: reference,
            capaDoneBy: date,
          }),
        ),
      ),
      check: planAhead,
    },
  },
  deadline: {
    kind: 'hard',
    within: 'P7D',
    due: (state, _step, _protocol, asked) => workingDaysLater(asked, 5, workingTimeOf(state)),
  },
  ladder: usualLadder('pharmacist'),
  officeHoursOnly: true,
};
