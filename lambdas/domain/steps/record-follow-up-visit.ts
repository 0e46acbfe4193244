import * as z from 'zod';
import { visitDue } from '../clocks/follow-up.ts';
import { because, date } from './evidence.ts';
import { visitLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S26: one visit of the follow-up plan, held, missed, or the last there will be. */
export const recordFollowUpVisit: StepDefinition = {
  step: 'Record follow-up visit',
  phase: 'FollowUpVisit',
  role: 'physician',
  decisions: {
    attended: {
      kind: 'record',
      meaning: 'I recorded this follow-up visit as it took place.',
      evidence: z.strictObject({ visitedOn: date, newMalignancy: z.boolean(), reportedToRegistry: z.boolean() }),
      gates: [],
    },
    missed: {
      kind: 'record',
      meaning: 'I recorded that this follow-up visit did not take place.',
      evidence: because,
      gates: [],
    },
    lost: {
      kind: 'record',
      meaning: 'I recorded that the patient can no longer be reached for follow-up.',
      evidence: because,
      gates: [],
    },
    died: {
      kind: 'record',
      meaning: 'I recorded that the patient has died.',
      evidence: because.extend({ diedOn: date }),
      gates: [],
    },
  },
  deadline: { kind: 'hard', within: 'P30D', due: visitDue },
  ladder: visitLadder('physician'),
};
