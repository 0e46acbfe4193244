import * as z from 'zod';
import { notExpired } from '../gates/not-expired.ts';
import { notHeld } from '../gates/not-held.ts';
import { productExpiry } from '../journey/product.ts';
import type { JourneyState } from '../journey/state.ts';
import { type Instant, minus } from '../time.ts';
import type { Role } from '../vocabulary.ts';
import { because, confirmed, dateTime, explanation } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { RungDefinition, StepDefinition } from './step.ts';

const deciders: readonly Role[] = ['physician', 'pharmacist', 'coordinator'];

/** Expiry warnings of S16, and at expiry a call to the deciders: the container is held, only people end the wait. */
const expiryLadder: readonly RungDefinition[] = [
  { rung: 'expiry-90', at: { instant: beforeExpiry('P90D') }, to: deciders, class: 'info' },
  { rung: 'expiry-30', at: { instant: beforeExpiry('P30D') }, to: deciders, class: 'due' },
  { rung: 'expiry-7', at: { instant: beforeExpiry('P7D') }, to: deciders, class: 'due' },
  { rung: 'expired', at: { instant: productExpiry }, to: [...deciders, 'qa'], class: 'critical' },
];

function beforeExpiry(lead: string): (state: JourneyState) => Instant | undefined {
  return (state) => {
    const expiry = productExpiry(state);
    return expiry === undefined ? undefined : minus(expiry, lead, state.site.zone);
  };
}

/** S17: the patient is fit, the product is here, and a physician says go, later, or no more. */
export const giveGo: StepDefinition = {
  step: 'Give GO',
  phase: 'Treatment',
  role: 'physician',
  decisions: {
    go: {
      kind: 'authorise',
      meaning:
        'I confirm that the patient is fit for treatment now, and that the accepted product and rescue medication are on site.',
      evidence: z.strictObject({ patientFit: confirmed, productOnSite: confirmed, rescueMedicationOnSite: confirmed }),
      gates: [notHeld, notExpired],
    },
    defer: {
      kind: 'stop',
      meaning: 'I defer the treatment to the stated time: the product is not given before it is decided on again.',
      evidence: z.strictObject({ until: dateTime, explanation }),
      gates: [],
      check: ({ evidence, now }) =>
        String(evidence.until) > now
          ? null
          : {
              code: 'invalid',
              message: `Deferred until: got ${String(evidence.until)}, expected after now (${now})`,
              detail: { path: 'evidence.until', problem: 'not-ahead' },
            },
    },
    stopped: {
      kind: 'stop',
      meaning: 'I stop this treatment: the product is not given.',
      evidence: because,
      gates: [],
    },
  },
  deadline: { kind: 'soft' },
  ladder: [...usualLadder('physician'), ...expiryLadder],
};
