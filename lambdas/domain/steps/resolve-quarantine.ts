import { identityMatches } from '../gates/identity-matches.ts';
import { noOpenExcursion } from '../gates/no-open-excursion.ts';
import { notExpired } from '../gates/not-expired.ts';
import { documentsPendingUntil } from '../journey/receipt.ts';
import { lazily } from '../lazily.ts';
import { acceptable, matchesCertificate } from './arrival.ts';
import { authorised, waysBack } from './decisions.ts';
import { reference } from './evidence.ts';
import { expiryLadder } from './expiry-ladder.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** E15: a quarantined product is released by QA on the maker's written disposition, or goes back. */
export const resolveQuarantine: StepDefinition = {
  step: 'Resolve quarantine',
  phase: 'Receipt',
  role: 'qa',
  secondTo: ['Inspect the delivery', 'Accept receipt'],
  decisions: {
    accepted: authorised(
      "I reviewed the product in quarantine, its label and what was found on arrival, and release it on the maker's written disposition.",
      lazily(() => acceptable().extend({ dispositionReference: reference })),
      { gates: [identityMatches, notExpired, noOpenExcursion], check: matchesCertificate },
    ),
    ...waysBack('I resolved the quarantine: the product is not accepted.'),
  },
  deadline: { kind: 'soft', within: 'PT24H' },
  ladder: [
    ...usualLadder('qa'),
    ...expiryLadder,
    {
      rung: 'documents-pending',
      at: { instant: documentsPendingUntil },
      to: ['pharmacist', 'qa', 'coordinator'],
      class: 'critical',
    },
  ],
};
