import * as z from 'zod';
import { approvalsValid } from '../gates/approvals-valid.ts';
import { riskAssessed } from '../gates/registers/risk-assessed.ts';
import { siteReady } from '../gates/registers/site-ready.ts';
import { sameChainOfIdentity } from '../identifiers/chain-of-identity.ts';
import { claimOfChain, claimOfPartner } from '../identifiers/claims.ts';
import { collectedDonation, registeredIdentity } from '../journey/product.ts';
import { lazily } from '../lazily.ts';
import { authorised, stopping } from './decisions.ts';
import { bodyWeight, chainOfIdentity, date, pastDate, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** An identifier by which a partner (maker, courier, registry) knows this journey. */
export const partnerId = lazily(() => z.strictObject({ party: reference, scheme: reference, value: reference }));

/** S05: the therapy is ordered from its maker, and the chain of identity of this course is issued or registered. */
export const placeTheOrder: StepDefinition = {
  step: 'Place the order',
  phase: 'Order',
  role: 'physician',
  decisions: {
    ordered: authorised(
      'I order this therapy for this patient, under the chain of identity and the order number stated.',
      lazily(() =>
        z.strictObject({
          chainOfIdentity,
          makerOrderNumber: reference,
          wristbandSource: reference,
          weightKg: bodyWeight,
          weighedOn: pastDate,
          requestedCollectionOn: date,
        }),
      ),
      {
        gates: [approvalsValid, siteReady, riskAssessed],
        // Once something was collected, the chain of identity on it is the only one there can be.
        check: ({ evidence, state }) => {
          const registered = registeredIdentity(state);
          const given = chainOfIdentity.parse(evidence.chainOfIdentity);
          return registered === undefined ||
            collectedDonation(state) === undefined ||
            sameChainOfIdentity(registered, given)
            ? null
            : {
                code: 'invalid',
                message: 'Chain of identity: got another than the one on the material collected, expected the same',
                detail: { path: 'evidence.chainOfIdentity', problem: 'not-as-collected' },
              };
        },
        claims: ({ evidence, protocol }) => [
          claimOfChain(chainOfIdentity.parse(evidence.chainOfIdentity)),
          claimOfPartner({ party: protocol.names.holder, scheme: 'order', value: String(evidence.makerOrderNumber) }),
        ],
      },
    ),
    rejected: stopping('I do not order this therapy.'),
  },
  deadline: { kind: 'soft', within: 'P2D' },
  ladder: usualLadder('physician'),
};
