import * as z from 'zod';
import { firstGoStands } from '../gates/first-go-stands.ts';
import { lazily } from '../lazily.ts';
import { authorised, recorded } from './decisions.ts';
import { confirmed } from './evidence.ts';
import { expiryLadder } from './expiry-ladder.ts';
import { thawGates, windowLadder } from './go-for-thaw.ts';
import { bedsideLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S19: the second of the two independent approvals, by the pharmacist who answers for the preparation. */
export const confirmGoForThaw: StepDefinition = {
  step: 'Confirm GO for thaw',
  phase: 'Treatment',
  role: 'pharmacist',
  secondTo: ['Give GO for thaw'],
  decisions: {
    go: authorised(
      'I confirm as second person that product, device, team and documents are ready: thawing may start.',
      lazily(() => z.strictObject({ productIdentified: confirmed, thawDeviceReady: confirmed, teamReady: confirmed })),
      { gates: [firstGoStands, ...thawGates] },
    ),
    'no-go': recorded('I do not confirm the GO: it has to be given anew.'),
  },
  deadline: { kind: 'hard', within: 'PT30M' },
  ladder: [...bedsideLadder('pharmacist'), ...windowLadder, ...expiryLadder],
};
