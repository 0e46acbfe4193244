import * as z from 'zod';
import { plannedVisit, visitDue } from '../clocks/follow-up.ts';
import { consentsTo } from '../journey/consents.ts';
import { isActive } from '../journey/state.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { startOfDay, startOfPrintedDay } from '../time.ts';
import { afterDayZero } from './after-day-zero.ts';
import { recorded } from './decisions.ts';
import { explanation, pastDate } from './evidence.ts';
import { visitLadder } from './ladders.ts';
import type { Finding, StepContext, StepDefinition } from './step.ts';

const diseaseStatus = z.enum(['complete-remission', 'partial-remission', 'stable', 'progression', 'not-assessed']);

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

/** How it was tried to reach the patient, or to learn where they are (E29). */
const CHANNELS = ['phone', 'letter', 'e-mail', 'relatives', 'general-practitioner', 'population-registry'] as const;
const attempt = lazily(() => z.strictObject({ attemptedOn: pastDate, channel: z.enum(CHANNELS) }));
const lost = lazily(() => z.strictObject({ attempts: z.array(attempt()).min(3).max(20), explanation }));

/** Nobody is lost who is still watched; and who is, was sought on the days stated, in their order. */
function reallyLost({ evidence, state }: StepContext): Refusal | null {
  if (isActive(state, 'Treatment')) {
    return {
      code: 'invalid',
      message:
        'Lost to follow-up: got a patient in acute monitoring or near the hospital, expected the treatment to be over',
      detail: { path: 'decision', problem: 'treatment-goes-on' },
    };
  }
  const days = lost()
    .parse(evidence)
    .attempts.map(({ attemptedOn }) => attemptedOn);
  const early = days.findIndex((day, index) => day < (days[index - 1] ?? day));
  if (early === -1) return afterDayZero(state, days[0] ?? '', 'attempts.0.attemptedOn');
  return {
    code: 'invalid',
    message: `Attempts: got ${days.join(', ')}, expected in the order in which they were made`,
    detail: { path: `evidence.attempts.${early}.attemptedOn`, problem: 'attempts-not-in-order' },
  };
}

/** S26: one visit of the follow-up plan, held or missed; E29: or nobody knows where the patient is. */
export const recordFollowUpVisit: StepDefinition = {
  step: 'Record follow-up visit',
  phase: 'FollowUpVisit',
  role: 'physician',
  decisions: {
    attended: {
      ...recorded(
        'I recorded this follow-up visit as it took place.',
        lazily(() =>
          z.strictObject({
            visitedOn: pastDate,
            diseaseStatus,
            newMalignancy: z.boolean(),
            infection: z.boolean(),
            cytopenia: z.boolean(),
          }),
        ),
      ),
      check: ({ state, evidence }) => afterDayZero(state, String(evidence.visitedOn), 'visitedOn'),
      finding: outsideItsWindow,
    },
    missed: recorded('I recorded that this follow-up visit did not take place.'),
    lost: {
      ...recorded(
        'I recorded that the patient can no longer be reached for follow-up, after the attempts stated. The follow-up is not closed by it.',
        lost,
      ),
      check: reallyLost,
    },
  },
  notNeeded: ({ state }) => (consentsTo(state, 'followUp') ? undefined : 'no-consent-to-follow-up'),
  deadline: { kind: 'hard', within: 'P30D', due: visitDue },
  ladder: visitLadder('physician'),
  officeHoursOnly: true,
};
