import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { recorded, stopping } from './decisions.ts';
import { confirmed, explanation, pastDate } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import { nothingInfused } from './nothing-infused.ts';
import type { StepDefinition } from './step.ts';

/** E11: flags that hold shipment, conditioning or thaw are reviewed by a physician, who alone may clear them. */
export const reviewTheFlags: StepDefinition = {
  step: 'Review the flags',
  phase: 'FlagReview',
  role: 'physician',
  decisions: {
    cleared: recorded(
      'I saw the patient again and clear the flags: shipment, conditioning and thaw may go on.',
      lazily(() => z.strictObject({ assessedOn: pastDate, patientFit: confirmed, explanation })),
    ),
    stay: recorded('I saw the patient again: the flags stay, and are reviewed again.'),
    stopped: {
      ...stopping('I decided with the multidisciplinary team that the treatment is stopped.'),
      check: nothingInfused,
    },
  },
  deadline: { kind: 'soft', within: 'P7D' },
  ladder: usualLadder('physician'),
};
