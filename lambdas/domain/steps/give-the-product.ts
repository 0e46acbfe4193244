import * as z from 'zod';
import { inUseLimit } from '../clocks/in-use.ts';
import { identityMatches } from '../gates/identity-matches.ts';
import { certifiedContainers } from '../journey/product.ts';
import type { Refusal } from '../outcome.ts';
import { because, chainOfIdentity, containers, explanation } from './evidence.ts';
import { bedsideLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

/** Bedside events in the order in which they happen; each is recorded at its own time. */
export const ADMINISTRATION_ITEMS = [
  'thaw-started',
  'thaw-ended',
  'identity-checked',
  'infusion-started',
  'infusion-ended',
] as const;

const given = z.strictObject({ containersGiven: containers });

function complete({ step, evidence, state }: StepContext): Refusal | null {
  const missing = ADMINISTRATION_ITEMS.filter((item) => step.checklist[item] === undefined);
  if (missing.length > 0) {
    return {
      code: 'invalid',
      message: `Checklist: expected every event to be recorded first, missing ${missing.join(', ')}`,
      detail: { path: 'checklist', missing },
    };
  }
  const known = certifiedContainers(state);
  const strangers = (evidence.containersGiven as readonly string[]).filter((id) => !known.includes(id));
  return strangers.length === 0
    ? null
    : {
        code: 'invalid',
        message: `Containers given: got ${strangers.join(', ')}, expected only ${known.join(', ')}`,
        detail: { path: 'evidence.containersGiven' },
      };
}

/** S20–S22: thaw, bedside identity check and infusion, under the in-use clocks of the protocol. */
export const giveTheProduct: StepDefinition = {
  step: 'Give the product',
  phase: 'Treatment',
  role: 'physician',
  meaning: 'I was responsible for the administration recorded here.',
  decisions: {
    given: { kind: 'record', evidence: given, gates: [], deviationOnHold: true, check: complete },
    'partly-given': {
      kind: 'record',
      evidence: given.extend({ explanation }),
      gates: [],
      deviationOnHold: true,
      check: complete,
    },
    'not-given': { kind: 'stop', evidence: because, gates: [] },
  },
  checklist: {
    items: ADMINISTRATION_ITEMS,
    values: z.strictObject({ chainOfIdentity: chainOfIdentity.optional() }),
    check: (item, context) => {
      if (item !== 'identity-checked') return null;
      const verdict = identityMatches.judge(context);
      return verdict.status === 'open' && context.evidence.chainOfIdentity !== undefined
        ? null
        : {
            code: 'forbidden',
            message:
              verdict.status === 'open' ? 'The chain of identity read at the bedside is missing.' : verdict.reason,
            detail: { gate: identityMatches.name, class: identityMatches.class },
          };
    },
  },
  deadline: { kind: 'soft' },
  ladder: [
    ...bedsideLadder('physician'),
    {
      rung: 'in-use',
      at: { instant: (state, step, protocol) => inUseLimit(state, step, protocol) },
      to: ['physician', 'pharmacist', 'qa'],
      class: 'critical',
    },
  ],
};
