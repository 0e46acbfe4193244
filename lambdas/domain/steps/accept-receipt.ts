import * as z from 'zod';
import { identityMatches } from '../gates/identity-matches.ts';
import { notExpired } from '../gates/not-expired.ts';
import { notHeld } from '../gates/not-held.ts';
import { acceptable, matchesCertificate } from './arrival.ts';
import { because, explanation, storagePosition } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S15: the product is inspected on arrival and accepted, quarantined, or sent back to its maker. */
export const acceptReceipt: StepDefinition = {
  step: 'Accept receipt',
  phase: 'Receipt',
  role: 'pharmacist',
  meaning: 'I inspected the delivery and compared label, certificate and chain of identity.',
  decisions: {
    accepted: {
      kind: 'authorise',
      evidence: acceptable,
      gates: [notHeld, identityMatches, notExpired],
      check: matchesCertificate,
    },
    quarantined: { kind: 'record', evidence: z.strictObject({ explanation, storagePosition }), gates: [] },
    remake: { kind: 'record', evidence: because, gates: [] },
    recollect: { kind: 'record', evidence: because, gates: [] },
    stopped: { kind: 'stop', evidence: because, gates: [] },
  },
  deadline: { kind: 'soft' },
  ladder: usualLadder('pharmacist'),
};
