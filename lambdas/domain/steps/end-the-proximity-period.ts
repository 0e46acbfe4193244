import * as z from 'zod';
import { nearLongEnough } from '../gates/near-long-enough.ts';
import { proximityEndsAt } from '../journey/monitoring.ts';
import { lazily } from '../lazily.ts';
import { recorded } from './decisions.ts';
import { confirmed, pastDate } from './evidence.ts';
import { datedLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';
import { tocilizumabItems, tocilizumabRung } from './tocilizumab.ts';

/** S24: the time near the hospital ends; patient and carer hear what still applies. */
export const endTheProximityPeriod: StepDefinition = {
  step: 'End the proximity period',
  phase: 'Treatment',
  role: 'nurse',
  checklist: { items: tocilizumabItems },
  decisions: {
    ended: {
      ...recorded(
        'I spoke with the patient: the time near the hospital is over, and it is known what still applies.',
        lazily(() =>
          z.strictObject({ spokenOn: pastDate, drivingExplained: confirmed, emergencyContactKnown: confirmed }),
        ),
      ),
      deviations: [nearLongEnough],
    },
  },
  deadline: { kind: 'hard', within: 'P28D', due: (state, _, protocol) => proximityEndsAt(state, protocol) },
  ladder: [
    ...datedLadder('nurse'),
    { rung: 'proximity-ends-in-2-days', at: { before: 'P2D' }, to: ['nurse'], class: 'due' },
    tocilizumabRung,
  ],
};
