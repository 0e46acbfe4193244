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
  meaning: 'I recorded this follow-up visit, or that it did not take place.',
  decisions: {
    attended: {
      kind: 'record',
      evidence: z.strictObject({ visitedOn: date, newMalignancy: z.boolean(), reportedToRegistry: z.boolean() }),
      gates: [],
    },
    missed: { kind: 'record', evidence: because, gates: [] },
    lost: { kind: 'record', evidence: because, gates: [] },
    died: { kind: 'record', evidence: because.extend({ diedOn: date }), gates: [] },
  },
  deadline: { kind: 'hard', due: visitDue },
  ladder: visitLadder('physician'),
};
