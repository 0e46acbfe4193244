import * as z from 'zod';
import { approvalsValid } from '../gates/approvals-valid.ts';
import { identityMatches } from '../gates/identity-matches.ts';
import { authorised, recorded, stopping } from './decisions.ts';
import { chainOfIdentity, confirmed } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S05: a second person compares the order with the approval and with the source of the patient's wristband. */
export const checkTheOrder: StepDefinition = {
  step: 'Check the order',
  phase: 'Order',
  role: 'pharmacist',
  secondTo: ['Place the order'],
  decisions: {
    checked: authorised(
      'I compared the order with the approval, and its identifiers with the source of the wristband, as second person.',
      z.strictObject({ chainOfIdentity, agreesWithApproval: confirmed, agreesWithWristband: confirmed }),
      { gates: [identityMatches, approvalsValid] },
    ),
    reorder: recorded('I found a difference: the order has to be placed anew.'),
    rejected: stopping('I found that this order must not go to the maker: the treatment is not given.'),
  },
  deadline: { kind: 'soft', within: 'P2D' },
  ladder: usualLadder('pharmacist'),
};
