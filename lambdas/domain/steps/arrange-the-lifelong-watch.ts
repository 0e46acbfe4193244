import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { recorded } from './decisions.ts';
import { confirmed, explanation, reference } from './evidence.ts';
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
      lazily(() =>
        z.strictObject({ takenOverBy: reference, patientInformed: confirmed, makerContactHandedOver: confirmed }),
      ),
    ),
    'arranged-unreached': recorded(
      'I arranged who is called when secondary malignancy is suspected; the patient could not be informed, for the reason stated.',
      lazily(() => z.strictObject({ takenOverBy: reference, makerContactHandedOver: confirmed, explanation })),
    ),
  },
  deadline: { kind: 'soft', within: 'P60D' },
  ladder: visitLadder('physician'),
  officeHoursOnly: true,
};
