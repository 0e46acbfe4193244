import * as z from 'zod';
import { notHeld } from '../gates/not-held.ts';
import { startingMaterialKind } from '../protocol/accessors.ts';
import { STARTING_MATERIALS } from '../protocol/supply-sections.ts';
import { because, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S02: the multidisciplinary team finds the therapy indicated, and says what it is made from. */
export const confirmEligibility: StepDefinition = {
  step: 'Confirm eligibility',
  phase: 'Order',
  role: 'physician',
  decisions: {
    eligible: {
      kind: 'authorise',
      meaning:
        'I confirm the decision of the multidisciplinary team that this therapy is indicated and the patient is fit for it.',
      evidence: z.strictObject({
        indication: reference,
        decisionReference: reference,
        startingMaterial: z.enum(STARTING_MATERIALS),
      }),
      gates: [notHeld],
      check: ({ evidence, protocol }) => {
        const expected = startingMaterialKind(protocol);
        return evidence.startingMaterial === expected
          ? null
          : {
              code: 'invalid',
              message: `Starting material: got ${String(evidence.startingMaterial)}, expected ${expected} as in protocol ${protocol.id}`,
              detail: { path: 'evidence.startingMaterial', problem: 'not-as-protocol' },
            };
      },
    },
    'not-eligible': {
      kind: 'stop',
      meaning: 'I confirm the decision of the multidisciplinary team that this therapy is not given.',
      evidence: because,
      gates: [],
    },
  },
  deadline: { kind: 'soft', within: 'P7D' },
  ladder: usualLadder('physician'),
};
