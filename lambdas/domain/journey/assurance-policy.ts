import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { STEPS, type StepName } from '../vocabulary.ts';

/** How surely it is known who acts, from least to most. `link` opens and never signs. */
export const ASSURANCES = ['link', 'pin', 'oidc', 'passkey'] as const;
export type Assurance = (typeof ASSURANCES)[number];

/** What every signature takes at least; no site goes below. */
export const FLOOR = 'pin' satisfies Assurance;

/**
 * Signed at the bedside or in the cell lab, with gloves, in the dark of a thaw, on one device that others use too and without a
 * phone: user id and PIN must do there. No site can raise these, or day 0 would stop for want of a key.
 */
export const ALWAYS_BY_PIN: readonly StepName[] = [
  'Record apheresis',
  'Inspect the delivery',
  'Start conditioning',
  'Complete conditioning',
  'Give GO for thaw',
  'Confirm GO for thaw',
  'Give the product',
  'Monitor the patient',
  'Record the disposition',
  'Resolve the mismatch',
  'Confirm the resolution',
  'Confirm the death',
  'Confirm the death as second person',
];

/** What a site asks beyond the floor, by step. */
export const assurancePolicy = lazily(() =>
  z.partialRecord(z.enum(STEPS), z.enum(ASSURANCES)).superRefine((asked, context) => {
    for (const [step, level] of Object.entries(asked)) {
      if (ASSURANCES.indexOf(level) < ASSURANCES.indexOf(FLOOR)) {
        context.addIssue({ code: 'custom', path: [step], message: `got ${level}, expected ${FLOOR} or more` });
      } else if (level !== FLOOR && ALWAYS_BY_PIN.some((one) => one === step)) {
        const message = `got ${level}, expected ${FLOOR}: signed at the bedside or in the cell lab, with gloves and no phone`;
        context.addIssue({ code: 'custom', path: [step], message });
      }
    }
  }),
);
