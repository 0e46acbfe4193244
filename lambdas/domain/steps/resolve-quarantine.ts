import * as z from 'zod';
import { identityMatches } from '../gates/identity-matches.ts';
import { notExpired } from '../gates/not-expired.ts';
import { notHeld } from '../gates/not-held.ts';
import { acceptable, matchesCertificate } from './arrival.ts';
import { because, reference } from './evidence.ts';
import { expiryLadder } from './expiry-ladder.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/**
 * What is in hand is compared as on arrival; seal and temperature are stated as they were found, good or bad: an excursion
 * that the maker's disposition covers is released as what it is.
 */
const released = acceptable.extend({
  sealIntact: z.boolean(),
  temperatureInRange: z.boolean(),
  dispositionReference: reference,
});

/** E15: a quarantined product is released by QA on the maker's written disposition, or goes back. */
export const resolveQuarantine: StepDefinition = {
  step: 'Resolve quarantine',
  phase: 'Receipt',
  role: 'qa',
  decisions: {
    accepted: {
      kind: 'authorise',
      meaning:
        "I reviewed the product in quarantine, its label and what was found on arrival, and release it on the maker's written disposition.",
      evidence: released,
      gates: [notHeld, identityMatches, notExpired],
      check: matchesCertificate,
    },
    remake: {
      kind: 'record',
      meaning: 'I resolved the quarantine: the product is not accepted and has to be manufactured again.',
      evidence: because,
      gates: [],
    },
    recollect: {
      kind: 'record',
      meaning:
        'I resolved the quarantine: the product is not accepted and starting material has to be collected again.',
      evidence: because,
      gates: [],
    },
    stopped: {
      kind: 'stop',
      meaning: 'I resolved the quarantine: the product is not accepted and the treatment is stopped.',
      evidence: because,
      gates: [],
    },
  },
  deadline: { kind: 'soft', within: 'PT24H' },
  ladder: [...usualLadder('qa'), ...expiryLadder],
};
