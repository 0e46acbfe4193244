import * as z from 'zod';
import { identityMatches } from '../gates/identity-matches.ts';
import { inspectionClean } from '../gates/inspection-clean.ts';
import { noOpenExcursion } from '../gates/no-open-excursion.ts';
import { notExpired } from '../gates/not-expired.ts';
import { storageQualified } from '../gates/registers/storage-qualified.ts';
import { arrivedAt } from '../journey/shipments.ts';
import { lazily } from '../lazily.ts';
import { acceptanceDecision } from '../protocol/accessors.ts';
import { plus } from '../time.ts';
import { acceptanceOverdue } from './acceptance-overdue.ts';
import { acceptable, matchesCertificate } from './arrival.ts';
import { authorised, recorded, waysBack } from './decisions.ts';
import { explanation, storagePosition } from './evidence.ts';
import { expiryLadder } from './expiry-ladder.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S15: the second of two people judges the inspection: the product is accepted, quarantined, or sent back to its maker. */
export const acceptReceipt: StepDefinition = {
  step: 'Accept receipt',
  phase: 'Receipt',
  role: 'pharmacist',
  secondTo: ['Inspect the delivery'],
  decisions: {
    accepted: authorised(
      'I compared label, certificate, inspection and chain of identity as second person, and accept the product.',
      acceptable,
      {
        gates: [identityMatches, notExpired, inspectionClean, noOpenExcursion, storageQualified],
        check: matchesCertificate,
      },
    ),
    quarantined: {
      ...recorded(
        'I put the product in quarantine: something about the delivery is not clear.',
        lazily(() => z.strictObject({ explanation, storagePosition, documentsPending: z.boolean() })),
      ),
      deviations: [storageQualified],
    },
    ...waysBack('I do not accept what was delivered; it goes back, or is disposed of as its maker says.'),
  },
  deadline: {
    kind: 'hard',
    within: 'PT4H',
    due: (state, _, protocol) => {
      const arrived = arrivedAt(state);
      return arrived === undefined ? undefined : plus(arrived, acceptanceDecision(protocol), state.site.zone);
    },
  },
  ladder: [...usualLadder('pharmacist'), acceptanceOverdue, ...expiryLadder],
};
