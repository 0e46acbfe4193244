import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { recorded } from './decisions.ts';
import { bodyWeight, confirmed, explanation, pastDate, reference } from './evidence.ts';
import { datedLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S12: while the product is made and travels, the patient is bridged and seen again, every one to two weeks. */
export const reassessThePatient: StepDefinition = {
  step: 'Reassess the patient',
  phase: 'Reassessment',
  role: 'physician',
  decisions: {
    fit: recorded(
      'I saw the patient again: still fit for this treatment, with bridging as recorded.',
      lazily(() =>
        z.strictObject({
          assessedOn: pastDate,
          bridging: z.array(reference).max(20),
          weightKg: bodyWeight,
          noActiveInfection: confirmed,
        }),
      ),
    ),
    deteriorated: recorded(
      'I saw the patient again: not fit now. Shipment, conditioning and thaw wait until the flags are reviewed.',
      lazily(() => z.strictObject({ assessedOn: pastDate, bridging: z.array(reference).max(20), explanation })),
    ),
  },
  deadline: { kind: 'soft', within: 'P14D' },
  ladder: [
    ...datedLadder('physician'),
    { rung: 'reassessment-in-2-days', at: { before: 'P2D' }, to: ['physician'], class: 'due' },
  ],
};
