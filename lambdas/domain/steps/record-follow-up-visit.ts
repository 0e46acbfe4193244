import * as z from 'zod';
import { plannedVisit, visitDue } from '../clocks/follow-up.ts';
import { dayZero } from '../journey/product.ts';
import type { Refusal } from '../outcome.ts';
import { startOfDay, startOfPrintedDay } from '../time.ts';
import { recorded } from './decisions.ts';
import { pastDate } from './evidence.ts';
import { visitLadder } from './ladders.ts';
import type { Finding, StepContext, StepDefinition } from './step.ts';

const diseaseStatus = z.enum(['complete-remission', 'partial-remission', 'stable', 'progression', 'not-assessed']);

/** A visit that follows day 0 cannot have been before it. */
function afterDayZero({ evidence, state }: StepContext): Refusal | null {
  const zero = dayZero(state);
  if (zero === undefined) return null;
  const first = startOfDay(zero, state.site.zone);
  return startOfPrintedDay(String(evidence.visitedOn), state.site.zone) >= first
    ? null
    : {
        code: 'invalid',
        message: `Visit: got ${String(evidence.visitedOn)}, expected not before day 0 (${first})`,
        detail: { path: 'evidence.visitedOn', problem: 'before-day-zero' },
      };
}

/** A visit says what its registry asks only in its window; what was done outside it is recorded all the same. */
function outsideItsWindow({ evidence, state, protocol, step }: StepContext): Finding | undefined {
  const planned = plannedVisit(state, protocol, step.round);
  if (planned === undefined) return undefined;
  const visited = startOfPrintedDay(String(evidence.visitedOn), state.site.zone);
  const { opensAt, dueAt } = planned;
  return startOfDay(opensAt, state.site.zone) <= visited && visited <= dueAt
    ? undefined
    : { kind: 'visit-outside-window', detail: `Visit: got ${visited}, expected ${opensAt} to ${dueAt}` };
}

/** S26: one visit of the follow-up plan, held, missed, or the last there will be. */
export const recordFollowUpVisit: StepDefinition = {
  step: 'Record follow-up visit',
  phase: 'FollowUpVisit',
  role: 'physician',
  decisions: {
    attended: {
      ...recorded(
        'I recorded this follow-up visit as it took place.',
        z.strictObject({
          visitedOn: pastDate,
          diseaseStatus,
          newMalignancy: z.boolean(),
          infection: z.boolean(),
          cytopenia: z.boolean(),
        }),
      ),
      check: afterDayZero,
      finding: outsideItsWindow,
    },
    missed: recorded('I recorded that this follow-up visit did not take place.'),
    lost: recorded('I recorded that the patient can no longer be reached for follow-up, after three attempts.'),
  },
  deadline: { kind: 'hard', within: 'P30D', due: visitDue },
  ladder: visitLadder('physician'),
};
