import * as z from 'zod';
import { consentToDisposal } from '../gates/consented-to.ts';
import { accountingNotNeeded } from '../journey/closing.ts';
import { containersToAccount } from '../journey/containers.ts';
import { donationsToAccount } from '../journey/donation-accounts.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { recorded } from './decisions.ts';
import { donationNumber, reference } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

/** What became of a container that was not given. */
export const FATES = ['destroyed', 'returned-to-maker', 'not-delivered', 'lost'] as const;

/** What became of a donation that no certified batch was made of. */
export const DONATION_FATES = [
  'destroyed',
  'kept-by-hospital',
  'kept-by-maker',
  'retained-as-sample',
  'used-up',
  'lost',
] as const;

const account = lazily(() =>
  z.strictObject({
    batch: reference,
    container: reference,
    fate: z.enum(FATES),
    certificate: reference,
    witness: reference,
  }),
);

const donationAccount = lazily(() =>
  z.strictObject({
    donationNumber,
    fate: z.enum(DONATION_FATES),
    certificate: reference,
    witness: reference.optional(),
  }),
);

const evidence = lazily(() =>
  z.strictObject({
    accounts: z.array(account()).min(1).max(50).optional(),
    donationAccounts: z.array(donationAccount()).min(1).max(20).optional(),
  }),
);

/** Exactly the containers that were not given and the donations that were not used, each once. */
function complete({ evidence: given, state }: StepContext): Refusal | null {
  const { accounts = [], donationAccounts = [] } = given as z.infer<ReturnType<typeof evidence>>;
  const key = (batch: string, container: string): string => `${batch} / ${container}`;
  const containers = {
    got: accounts.map((one) => key(one.batch, one.container)),
    expected: containersToAccount(state).map(({ batch, container }) => key(batch, container)),
  };
  const donations = {
    got: donationAccounts.map((one) => one.donationNumber),
    expected: donationsToAccount(state),
  };
  if (!isSame(containers)) {
    return incomplete('Containers', containers, { path: 'evidence.accounts', problem: 'not-all-accounted' });
  }
  if (!isSame(donations)) {
    const detail = { path: 'evidence.donationAccounts', problem: 'not-all-donations-accounted' };
    return incomplete('Donations', donations, detail);
  }
  const unwitnessed = donationAccounts.findIndex(({ fate, witness }) => fate === 'destroyed' && witness === undefined);
  return unwitnessed === -1
    ? null
    : {
        code: 'invalid',
        message: 'Donation that was destroyed: got no witness, expected who witnessed it',
        detail: { path: `evidence.donationAccounts.${unwitnessed}.witness`, problem: 'required' },
      };
}

interface Compared {
  readonly got: readonly string[];
  readonly expected: readonly string[];
}

const isSame = ({ got, expected }: Compared): boolean =>
  got.length === expected.length && expected.every((one) => got.includes(one));

const incomplete = (what: string, { got, expected }: Compared, detail: Refusal['detail'] & object): Refusal => ({
  code: 'invalid',
  message: `${what}: got ${got.join(', ') || 'none'}, expected exactly ${expected.join(', ') || 'none'}`,
  detail,
});

/** S27: every container that was certified, and every donation of which none was, is accounted for. */
export const accountForEveryContainer: StepDefinition = {
  step: 'Account for every container',
  phase: 'Closure',
  role: 'pharmacist',
  decisions: {
    accounted: {
      ...recorded(
        'I accounted for every container of this course that was not given, with its certificate and a witness, and for every donation that no certified batch was made of, with its document.',
        evidence,
      ),
      deviations: [consentToDisposal],
      check: complete,
    },
  },
  notNeeded: accountingNotNeeded,
  deadline: { kind: 'soft', within: 'P30D' },
  ladder: usualLadder('pharmacist'),
};
