import * as z from 'zod';
import { identityMatches } from '../gates/identity-matches.ts';
import { notHeld } from '../gates/not-held.ts';
import { startOfPrintedDay } from '../time.ts';
import { because, chainOfIdentity, containers, date, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S13: the certificate of the Qualified Person was received, and its identifiers, containers and expiry were checked. */
export const checkCertificate: StepDefinition = {
  step: 'Check certificate',
  phase: 'Manufacturing',
  role: 'pharmacist',
  decisions: {
    certified: {
      kind: 'authorise',
      meaning: 'I checked the certificate of this batch against the order and the chain of identity.',
      evidence: z.strictObject({
        certificateReference: reference,
        chainOfIdentity,
        batch: reference,
        containers,
        expiresOn: date,
      }),
      gates: [notHeld, identityMatches],
      check: ({ evidence, state, now }) => {
        const expiry = startOfPrintedDay(String(evidence.expiresOn), state.site.zone);
        return expiry > now
          ? null
          : {
              code: 'invalid',
              message: `Expiry: got ${String(evidence.expiresOn)}, expected a day after today: an expired batch cannot be certified for use`,
              detail: { path: 'evidence.expiresOn', problem: 'already-expired' },
            };
      },
    },
    remake: {
      kind: 'record',
      meaning: 'I checked what was received: there is no usable product, and it has to be manufactured again.',
      evidence: because,
      gates: [],
    },
    recollect: {
      kind: 'record',
      meaning:
        'I checked what was received: there is no usable product, and starting material has to be collected again.',
      evidence: because,
      gates: [],
    },
    stopped: {
      kind: 'stop',
      meaning: 'I checked what was received: there is no usable product, and the treatment is stopped.',
      evidence: because,
      gates: [],
    },
  },
  deadline: { kind: 'soft', within: 'P31D' },
  ladder: usualLadder('pharmacist'),
};
