import * as z from 'zod';
import { inUseLimit } from '../clocks/in-use.ts';
import { identityMatches } from '../gates/identity-matches.ts';
import { certifiedContainers } from '../journey/product.ts';
import type { Refusal } from '../outcome.ts';
import { deferral, untilIsAhead } from './deferral.ts';
import { because, chainOfIdentity, containers, explanation } from './evidence.ts';
import { expiryLadder } from './expiry-ladder.ts';
import { bedsideLadder } from './ladders.ts';
import type { ChecklistItem, StepContext, StepDefinition } from './step.ts';

const nothing = z.strictObject({});

/** Bedside events in the order in which they happen; each is recorded at its own time. */
const administration = [
  {
    item: 'identity-checked-before-thaw',
    meaning: 'I compared the chain of identity on the product with the patient it is for, before it was thawed.',
    values: z.strictObject({ chainOfIdentity }),
    gates: [identityMatches],
  },
  { item: 'thaw-started', meaning: 'I recorded when thawing of the product started.', values: nothing, gates: [] },
  { item: 'thaw-ended', meaning: 'I recorded when thawing of the product ended.', values: nothing, gates: [] },
  {
    item: 'identity-checked',
    meaning: 'I compared the chain of identity on the product with the patient in front of me.',
    values: z.strictObject({ chainOfIdentity }),
    gates: [identityMatches],
  },
  { item: 'infusion-started', meaning: 'I recorded when the infusion started.', values: nothing, gates: [] },
  { item: 'infusion-ended', meaning: 'I recorded when the infusion ended.', values: nothing, gates: [] },
] as const satisfies readonly ChecklistItem[];

/** In the order in which they have to happen; another order is recorded, and is a deviation. */
export const ADMINISTRATION_ITEMS = administration.map(({ item }) => item);

const given = z.strictObject({ containersGiven: containers });

function complete({ step, evidence, state }: StepContext): Refusal | null {
  const missing = ADMINISTRATION_ITEMS.filter((item) => step.checklist[item] === undefined);
  if (missing.length > 0) {
    return {
      code: 'invalid',
      message: `Checklist: expected every event to be recorded first, missing ${missing.join(', ')}`,
      detail: { path: 'checklist', problem: 'checklist-incomplete', missing },
    };
  }
  const known = certifiedContainers(state);
  const strangers = (evidence.containersGiven as readonly string[]).filter((id) => !known.includes(id));
  return strangers.length === 0
    ? null
    : {
        code: 'invalid',
        message: `Containers given: got ${strangers.join(', ')}, expected only ${known.join(', ')}`,
        detail: { path: 'evidence.containersGiven', problem: 'not-certified' },
      };
}

/** Waiting is possible as long as the product is frozen: what is thawed is given or lost. */
function stillFrozen(context: StepContext): Refusal | null {
  const thawed = context.step.checklist['thaw-started'];
  return thawed === undefined
    ? untilIsAhead(context)
    : {
        code: 'invalid',
        message: `Deferral: thawing was recorded at ${thawed.occurredAt.at}, expected a product not yet thawed`,
        detail: { path: 'checklist', problem: 'thaw-recorded' },
      };
}

/** What was infused cannot be signed away: a patient with the product on board is followed for years. */
function nothingGiven({ step }: StepContext): Refusal | null {
  const begun = step.checklist['infusion-started'];
  return begun === undefined
    ? null
    : {
        code: 'invalid',
        message: `Nothing given: an infusion was recorded at ${begun.occurredAt.at}, expected given or partly-given`,
        detail: { path: 'decision', problem: 'infusion-recorded' },
      };
}

/** S20–S22: thaw, bedside identity check and infusion, under the in-use clocks of the protocol. */
export const giveTheProduct: StepDefinition = {
  step: 'Give the product',
  phase: 'Treatment',
  role: 'physician',
  decisions: {
    given: {
      kind: 'record',
      meaning: 'I was responsible for the administration recorded here, and the whole intended dose was given.',
      evidence: given,
      gates: [],
      deviationOnHold: true,
      check: complete,
    },
    'partly-given': {
      kind: 'record',
      meaning: 'I was responsible for the administration recorded here, and only part of the intended dose was given.',
      evidence: given.extend({ explanation }),
      gates: [],
      deviationOnHold: true,
      check: complete,
    },
    defer: {
      kind: 'stop',
      meaning:
        'I defer the administration to the stated time: the product was not thawed, and GO is decided on again before it is given.',
      evidence: deferral,
      gates: [],
      check: stillFrozen,
    },
    remake: {
      kind: 'record',
      meaning: 'I confirm that nothing of the product was given: it has to be manufactured again.',
      evidence: because,
      gates: [],
      check: nothingGiven,
    },
    recollect: {
      kind: 'record',
      meaning: 'I confirm that nothing of the product was given: starting material has to be collected again.',
      evidence: because,
      gates: [],
      check: nothingGiven,
    },
    stopped: {
      kind: 'stop',
      meaning: 'I confirm that nothing of the product was given: the treatment is stopped.',
      evidence: because,
      gates: [],
      check: nothingGiven,
    },
  },
  checklist: { items: administration },
  deadline: { kind: 'soft', within: 'P21D' },
  ladder: [
    ...bedsideLadder('physician'),
    ...expiryLadder,
    {
      rung: 'in-use',
      at: { instant: (state, step, protocol) => inUseLimit(state, step, protocol) },
      to: ['physician', 'pharmacist', 'qa'],
      class: 'critical',
    },
  ],
};
