import * as z from 'zod';
import { stateOfOrder } from '../journey/carried-over.ts';
import { lazily } from '../lazily.ts';
import { authorised, stopping } from './decisions.ts';
import { pastDate, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

const signed = { formVersion: reference, signedOn: pastDate };
/** Without it there is no treatment. */
const needed = lazily(() => z.strictObject({ given: z.literal(true), ...signed }));
/** The treatment goes on without it; what it would have allowed does not. */
const free = lazily(() => z.strictObject({ given: z.boolean(), ...signed }));

/** Separate consents, each revocable by itself (clinical-pathway 1.5); traceability rests on law, not on consent. */
export const consents = lazily(() =>
  z.strictObject({
    therapy: needed(),
    procurement: needed(),
    conditioning: needed(),
    geneticModification: needed(),
    registry: free(),
    followUp: free(),
    unusedMaterial: free(),
  }),
);

/** S04: informed consent to therapy, procurement and follow-up, each on a current version of its form. */
export const confirmConsent: StepDefinition = {
  step: 'Confirm consent',
  phase: 'Order',
  role: 'physician',
  decisions: {
    consented: authorised(
      'I confirm that informed consent was given in my presence on the stated versions of the forms.',
      lazily(() => z.strictObject({ consents: consents() })),
    ),
    refused: stopping('I confirm that consent to this therapy was not given.'),
  },
  notNeeded: stateOfOrder('Confirm consent', 'consented'),
  deadline: { kind: 'soft', within: 'P7D' },
  ladder: usualLadder('physician'),
};
