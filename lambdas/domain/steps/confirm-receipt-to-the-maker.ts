import * as z from 'zod';
import { arrivedAt } from '../journey/shipments.ts';
import { lazily } from '../lazily.ts';
import { confirmationToMaker } from '../protocol/accessors.ts';
import { plus } from '../time.ts';
import { recorded } from './decisions.ts';
import { reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S15: the maker is told that its product arrived and was accepted. */
export const confirmReceiptToTheMaker: StepDefinition = {
  step: 'Confirm receipt to the maker',
  phase: 'Receipt',
  role: 'pharmacist',
  decisions: {
    confirmed: recorded(
      'I confirmed to the maker that the product arrived and was accepted.',
      lazily(() => z.strictObject({ confirmationReference: reference })),
    ),
  },
  deadline: {
    kind: 'soft',
    within: 'PT24H',
    due: (state, _, protocol) => {
      const arrived = arrivedAt(state);
      return arrived === undefined
        ? undefined
        : plus(arrived, confirmationToMaker(protocol) ?? 'PT24H', state.site.zone);
    },
  },
  ladder: usualLadder('pharmacist'),
};
