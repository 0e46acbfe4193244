import * as z from 'zod';
import { makerSilentFrom, predictedReadyAt } from '../journey/manufacture.ts';
import { lazily } from '../lazily.ts';
import { authorised, recorded } from './decisions.ts';
import { dateTime, explanation, reference } from './evidence.ts';
import { datedLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

const MILESTONES = [
  'received',
  'started',
  'in-process-ok',
  'at-risk',
  'harvested',
  'cryopreserved',
  'quality-control',
] as const;

/** S11: milestones of the manufacture as the maker tells them, and the date it predicts; slips move the plan. */
export const followTheManufacture: StepDefinition = {
  step: 'Follow the manufacture',
  phase: 'Manufacturing',
  role: 'coordinator',
  checklist: {
    items: [
      {
        item: 'milestone',
        meaning: 'I recorded a milestone of the manufacture as the maker told it.',
        values: lazily(() =>
          z.strictObject({
            milestone: z.enum(MILESTONES),
            makerReference: reference,
            predictedReadyAt: dateTime.optional(),
          }),
        ),
        gates: [],
        per: 'many',
      },
    ],
  },
  decisions: {
    made: authorised(
      'I recorded that the maker finished the product and announced its certificate.',
      lazily(() => z.strictObject({ makerReference: reference })),
    ),
    failed: recorded(
      'I recorded that the manufacture failed or was ended by the maker.',
      lazily(() => z.strictObject({ makerReference: reference, explanation })),
    ),
  },
  deadline: { kind: 'hard', within: 'P31D', due: (state, _, protocol) => predictedReadyAt(state, protocol) },
  ladder: [
    ...datedLadder('coordinator'),
    { rung: 'ready-in-a-week', at: { before: 'P7D' }, to: ['coordinator', 'physician'], class: 'info' },
    {
      rung: 'maker-silent',
      at: { instant: makerSilentFrom },
      to: ['coordinator', 'physician'],
      class: 'due',
    },
  ],
};
