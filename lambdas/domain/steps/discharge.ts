import * as z from 'zod';
import { because, confirmed, date } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S24: the patient leaves hospital with an alert card and knows how near to stay. */
export const discharge: StepDefinition = {
  step: 'Discharge',
  phase: 'Treatment',
  role: 'physician',
  decisions: {
    discharged: {
      kind: 'record',
      meaning: 'I discharged the patient after acute monitoring, with alert card and instructions.',
      evidence: z.strictObject({ dischargedOn: date, alertCardGiven: confirmed }),
      gates: [],
    },
    died: {
      kind: 'record',
      meaning: 'I recorded that the patient died before discharge.',
      evidence: because.extend({ diedOn: date }),
      gates: [],
    },
  },
  deadline: { kind: 'soft', within: 'P28D' },
  ladder: usualLadder('physician'),
};
