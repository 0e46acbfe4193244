import * as z from 'zod';
import { consentToDisposal } from '../gates/consented-to.ts';
import { accountingNotNeeded } from '../journey/closing.ts';
import { containersToAccount } from '../journey/containers.ts';
import type { Refusal } from '../outcome.ts';
import { recorded } from './decisions.ts';
import { reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

/** What became of a container that was not given. */
export const FATES = ['destroyed', 'returned-to-maker', 'not-delivered', 'lost'] as const;

const account = z.strictObject({
  batch: reference,
  container: reference,
  fate: z.enum(FATES),
  certificate: reference,
  witness: reference,
});

/** Exactly the containers that were not given, each once. */
function complete({ evidence, state }: StepContext): Refusal | null {
  const key = (batch: string, container: string): string => `${batch} / ${container}`;
  const got = (evidence.accounts as readonly z.infer<typeof account>[]).map((one) => key(one.batch, one.container));
  const expected = containersToAccount(state).map(({ batch, container }) => key(batch, container));
  const same = got.length === expected.length && expected.every((one) => got.includes(one));
  return same
    ? null
    : {
        code: 'invalid',
        message: `Containers: got ${got.join(', ') || 'none'}, expected exactly ${expected.join(', ') || 'none'}`,
        detail: { path: 'evidence.accounts', problem: 'not-all-accounted' },
      };
}

/** S27: infused, destroyed, returned or never delivered: every container that was certified is accounted for. */
export const accountForEveryContainer: StepDefinition = {
  step: 'Account for every container',
  phase: 'Closure',
  role: 'pharmacist',
  decisions: {
    accounted: {
      ...recorded(
        'I accounted for every container of this course that was not given, each with its certificate and a witness.',
        z.strictObject({ accounts: z.array(account).min(1).max(50) }),
      ),
      deviations: [consentToDisposal],
      check: complete,
    },
  },
  notNeeded: accountingNotNeeded,
  deadline: { kind: 'soft', within: 'P30D' },
  ladder: usualLadder('pharmacist'),
};
