import * as z from 'zod';
import { recorded } from './decisions.ts';
import { confirmed, reference } from './evidence.ts';
import { visitLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S26: the plan of visits ends, the watch for secondary malignancy does not; somebody takes it over for life. */
export const arrangeTheLifelongWatch: StepDefinition = {
  step: 'Arrange the lifelong watch',
  phase: 'LifelongWatch',
  role: 'physician',
  decisions: {
    arranged: recorded(
      'I arranged who watches for secondary malignancy for life, and who is called when one is suspected.',
      z.strictObject({ takenOverBy: reference, patientInformed: confirmed, makerContactHandedOver: confirmed }),
    ),
  },
  deadline: { kind: 'soft', within: 'P60D' },
  ladder: visitLadder('physician'),
};
