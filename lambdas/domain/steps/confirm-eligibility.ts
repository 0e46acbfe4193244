import * as z from 'zod';
import { stateOfOrder } from '../journey/carried-over.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { indicationsOf, startingMaterialKind } from '../protocol/accessors.ts';
import { STARTING_MATERIALS } from '../protocol/terms.ts';
import { startOfPrintedDay } from '../time.ts';
import { boardCannotDecide } from './board-decision.ts';
import { authorised, stopping } from './decisions.ts';
import { confirmed, date, explanation, pastDate, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

/** A criterion is met on the day it was measured, and counts until its result is too old (clinical-pathway 1.3). */
const criterion = lazily(() => z.strictObject({ met: confirmed, measuredOn: pastDate, validUntil: date }));

/** User ids of the members of the board who were there. */
const boardPresent = lazily(() => z.array(reference).min(1).max(60));

/** The criteria the team judges; each result has a validity of its own, and reopens the criterion when it passes. */
export const criteria = lazily(() =>
  z.strictObject({
    labelIndication: criterion(),
    performanceStatus: criterion(),
    organFunction: criterion(),
    cardiacFunction: criterion(),
    infectionScreen: criterion(),
    nervousSystem: criterion(),
  }),
);

function fits({ evidence, protocol, state, now }: StepContext): Refusal | null {
  const expected = startingMaterialKind(protocol);
  if (evidence.startingMaterial !== expected) {
    return {
      code: 'invalid',
      message: `Starting material: got ${String(evidence.startingMaterial)}, expected ${expected} as in protocol ${protocol.id}`,
      detail: { path: 'evidence.startingMaterial', problem: 'not-as-protocol' },
    };
  }
  const known = indicationsOf(protocol);
  if (known.length > 0 && !known.includes(String(evidence.indication))) {
    return {
      code: 'invalid',
      message: `Indication: got one the protocol does not name, expected one of ${known.join(', ')}`,
      detail: { path: 'evidence.indication', problem: 'not-as-protocol' },
    };
  }
  const lapsed = Object.entries(criteria().parse(evidence.criteria)).find(
    ([, { validUntil }]) => startOfPrintedDay(validUntil, state.site.zone) <= now,
  );
  return lapsed === undefined
    ? null
    : {
        code: 'invalid',
        message: `Criterion ${lapsed[0]}: valid until ${lapsed[1].validUntil}, expected a result that still counts today`,
        detail: { path: `evidence.criteria.${lapsed[0]}.validUntil`, problem: 'no-longer-valid' },
      };
}

/** S02: the multidisciplinary team finds the therapy indicated, and says what it is made from. */
export const confirmEligibility: StepDefinition = {
  step: 'Confirm eligibility',
  phase: 'Order',
  role: 'physician',
  decisions: {
    eligible: authorised(
      'I confirm the decision of the multidisciplinary team that this therapy is indicated and the patient is fit for it.',
      lazily(() =>
        z.strictObject({
          indication: reference,
          decisionReference: reference,
          startingMaterial: z.enum(STARTING_MATERIALS),
          criteria: criteria(),
          boardPresent: boardPresent().optional(),
          boardDissent: explanation.optional(),
        }),
      ),
      { check: (context) => fits(context) ?? boardCannotDecide(context) },
    ),
    'not-eligible': stopping('I confirm the decision of the multidisciplinary team that this therapy is not given.'),
  },
  notNeeded: stateOfOrder('Confirm eligibility', 'eligible'),
  deadline: { kind: 'soft', within: 'P7D' },
  ladder: usualLadder('physician'),
};
