import * as z from 'zod';
import { identityMatches } from '../gates/identity-matches.ts';
import { notExpired } from '../gates/not-expired.ts';
import { notHeld } from '../gates/not-held.ts';
import { acceptable, matchesCertificate } from './arrival.ts';
import { because, explanation, storagePosition } from './evidence.ts';
import { expiryLadder } from './expiry-ladder.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S15: the product is inspected on arrival and accepted, quarantined, or sent back to its maker. */
export const acceptReceipt: StepDefinition = {
  step: 'Accept receipt',
  phase: 'Receipt',
  role: 'pharmacist',
  decisions: {
    accepted: {
      kind: 'authorise',
      meaning: 'I inspected the delivery, compared label, certificate and chain of identity, and accept the product.',
      evidence: acceptable,
      gates: [notHeld, identityMatches, notExpired],
      check: matchesCertificate,
    },
    quarantined: {
      kind: 'record',
      meaning: 'I inspected the delivery and put the product in quarantine.',
      evidence: z.strictObject({ explanation, storagePosition }),
      gates: [],
    },
    remake: {
      kind: 'record',
      meaning: 'I inspected the delivery and do not accept it: the product has to be manufactured again.',
      evidence: because,
      gates: [],
    },
    recollect: {
      kind: 'record',
      meaning: 'I inspected the delivery and do not accept it: starting material has to be collected again.',
      evidence: because,
      gates: [],
    },
    stopped: {
      kind: 'stop',
      meaning: 'I inspected the delivery and do not accept it: the treatment is stopped.',
      evidence: because,
      gates: [],
    },
  },
  deadline: { kind: 'soft', within: 'P7D' },
  ladder: [...usualLadder('pharmacist'), ...expiryLadder],
};
