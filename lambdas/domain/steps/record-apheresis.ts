import * as z from 'zod';
import { because, chainOfIdentity, dateTime, donationNumber } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S08–S09: leukapheresis with its donation number (DIN) and the chain-of-identity id on every label. */
export const recordApheresis: StepDefinition = {
  step: 'Record apheresis',
  phase: 'Collection',
  role: 'apheresis',
  decisions: {
    collected: {
      kind: 'record',
      meaning: 'I recorded the collection and reconciled its labels with the patient in front of me.',
      evidence: z.strictObject({
        donationNumber,
        chainOfIdentity,
        startedAt: dateTime,
        endedAt: dateTime,
      }),
      gates: [],
      deviationOnHold: true,
      check: ({ evidence, state, now }) => {
        const { startedAt, endedAt, donationNumber: din } = evidence as Record<string, string>;
        if (String(endedAt) <= String(startedAt)) {
          return {
            code: 'invalid',
            message: `End of collection: got ${endedAt}, expected after its start ${startedAt}`,
            detail: { path: 'evidence.endedAt', problem: 'not-after-start' },
          };
        }
        if (String(endedAt) > now) {
          return {
            code: 'invalid',
            message: `End of collection: got ${endedAt}, expected not later than now (${now})`,
            detail: { path: 'evidence.endedAt', problem: 'in-the-future' },
          };
        }
        const reused = Object.values(state.steps).some(
          ({ step, decision }) => step === 'Record apheresis' && decision?.evidence.donationNumber === din,
        );
        return reused
          ? {
              code: 'invalid',
              message:
                'Donation number: got the number of an earlier collection, expected a new one for each collection',
              detail: { path: 'evidence.donationNumber', problem: 'used-before' },
            }
          : null;
      },
    },
    recollect: {
      kind: 'record',
      meaning: 'I recorded that this collection gave no usable material and has to be repeated.',
      evidence: because,
      gates: [],
    },
    stopped: {
      kind: 'stop',
      meaning: 'I recorded that collection, and with it the treatment, is stopped.',
      evidence: because,
      gates: [],
    },
  },
  deadline: { kind: 'soft', within: 'P14D' },
  ladder: usualLadder('apheresis'),
};
