import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { recorded } from './decisions.ts';
import { confirmed } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** What was entered from paper is compared by another person (clinical-pathway 3.10, second person); until then it says so. */
export const compareWithThePaperRecord: StepDefinition = {
  step: 'Compare with the paper record',
  phase: 'Transcription',
  role: 'qa',
  decisions: {
    same: recorded(
      'I compared what was entered with the paper record named here: person, time and every value are the same.',
      lazily(() => z.strictObject({ paperCompared: confirmed })),
    ),
    differs: {
      ...recorded('I compared what was entered with the paper record named here: it is not the same.'),
      deviation: 'transcription-differs',
    },
  },
  deadline: { kind: 'soft', within: 'P2D' },
  ladder: usualLadder('qa'),
  officeHoursOnly: true,
};
