import * as z from 'zod';
import { attachment } from '../attachments/attachment.ts';
import { lazily } from '../lazily.ts';
import { authorised, recorded } from './decisions.ts';
import { explanation, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

const written = lazily(() =>
  z.strictObject({
    dispositionReference: reference,
    dispositionAttachment: attachment.optional(),
    loggerFile: reference,
    loggerAttachment: attachment.optional(),
    explanation,
  }),
);

/** E06, E14, E16: after an excursion the maker, in writing, says whether the material may still be used. */
export const recordTheDisposition: StepDefinition = {
  step: 'Record the disposition',
  phase: 'Excursion',
  role: 'qa',
  decisions: {
    'may-be-used': authorised(
      "I recorded the maker's written disposition: what was concerned by the excursion may be used.",
      written,
    ),
    rejected: recorded(
      "I recorded the maker's written disposition: what was concerned by the excursion must not be used.",
      written,
    ),
  },
  deadline: { kind: 'hard', within: 'PT24H' },
  ladder: usualLadder('qa'),
};
