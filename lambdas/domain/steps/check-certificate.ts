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
  meaning: 'I checked the certificate of this batch against the order and the chain of identity.',
  decisions: {
    certified: {
      kind: 'authorise',
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
              detail: { path: 'evidence.expiresOn' },
            };
      },
    },
    remake: { kind: 'record', evidence: because, gates: [] },
    recollect: { kind: 'record', evidence: because, gates: [] },
    stopped: { kind: 'stop', evidence: because, gates: [] },
  },
  deadline: { kind: 'soft' },
  ladder: usualLadder('pharmacist'),
};
