import * as z from 'zod';
import { approvalsValid } from '../gates/approvals-valid.ts';
import { identityMatches } from '../gates/identity-matches.ts';
import { latestDecision } from '../journey/state.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import type { StepName } from '../vocabulary.ts';
import { authorised, recorded, stopping } from './decisions.ts';
import { chainOfIdentity, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

/** What the second person reads in the sources themselves, each with the step that recorded it first. */
export const COMPARED = {
  approvalReference: 'Confirm funding',
  makerOrderNumber: 'Place the order',
  wristbandSource: 'Place the order',
} as const satisfies Readonly<Record<string, StepName>>;

function asRecorded({ evidence, state }: StepContext): Refusal | null {
  for (const [field, step] of Object.entries(COMPARED)) {
    const expected = latestDecision(state, step)?.evidence[field];
    if (evidence[field] === expected) continue;
    return {
      code: 'invalid',
      message: `${field}: got another than was recorded at ${step}, expected the same. Compare again; if it differs, order again.`,
      detail: { path: `evidence.${field}`, problem: 'not-as-recorded' },
    };
  }
  return null;
}

/** S05: a second person compares the order with the approval and with the source of the patient's wristband. */
export const checkTheOrder: StepDefinition = {
  step: 'Check the order',
  phase: 'Order',
  role: 'pharmacist',
  secondTo: ['Place the order'],
  decisions: {
    checked: authorised(
      'I compared the order with the approval, and its identifiers with the source of the wristband, as second person.',
      lazily(() =>
        z.strictObject({
          chainOfIdentity,
          approvalReference: reference,
          makerOrderNumber: reference,
          wristbandSource: reference,
        }),
      ),
      { gates: [identityMatches, approvalsValid], check: asRecorded },
    ),
    reorder: recorded('I found a difference: the order has to be placed anew.'),
    rejected: stopping('I found that this order must not go to the maker: the treatment is not given.'),
  },
  deadline: { kind: 'soft', within: 'P2D' },
  ladder: usualLadder('pharmacist'),
};
