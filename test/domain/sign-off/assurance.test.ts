import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS_BY_PIN, ASSURANCES } from '../../../lambdas/domain/journey/assurance-policy.ts';
import { STRICTEST_POLICY, sitePolicy } from '../../../lambdas/domain/journey/site-policy.ts';
import type { JourneyState, StepState } from '../../../lambdas/domain/journey/state.ts';
import { neededAssurance } from '../../../lambdas/domain/sign-off/assurance.ts';
import {
  mayNotAcknowledge,
  mayNotRecord,
  mayNotReport,
  mayNotSign,
} from '../../../lambdas/domain/sign-off/permission.ts';
import { STEPS } from '../../../lambdas/domain/vocabulary.ts';
import { SITE, signerOf } from '../../support/builders.ts';

const SIGNING = ['pin', 'oidc', 'passkey'] as const;
const FREE = STEPS.filter((step) => !ALWAYS_BY_PIN.includes(step));
const policyWith = (assurance: unknown) => sitePolicy.safeParse({ ...STRICTEST_POLICY, assurance });

const policies = fc.dictionary(fc.constantFrom(...FREE), fc.constantFrom(...SIGNING)).map((assurance) => {
  const policy = sitePolicy.parse({ ...STRICTEST_POLICY, assurance });
  return { site: { ...SITE, policy }, steps: {} } as unknown as JourneyState;
});
const at = (step: (typeof STEPS)[number]) => ({ step, key: step, phase: 'Order', round: 1 }) as unknown as StepState;

describe('what it takes to sign', () => {
  it('is held to: no level below the one needed decides, records or reports, and no other is refused', () => {
    fc.assert(
      fc.property(policies, fc.constantFrom(...STEPS), fc.constantFrom(...SIGNING), (state, name, assurance) => {
        const signer = { ...signerOf(name), assurance };
        const step = at(name);
        const item = {
          item: 'x',
          meaning: 'x',
          values: () => {
            throw new Error('not asked');
          },
          gates: [],
        };
        const needed = neededAssurance(state, name);
        const expected =
          ASSURANCES.indexOf(assurance) < ASSURANCES.indexOf(needed)
            ? { code: 'forbidden', detail: { problem: 'assurance-too-low', needed } }
            : null;
        const check = (refusal: unknown) =>
          expected === null ? expect(refusal).toBeNull() : expect(refusal).toMatchObject(expected);
        check(mayNotSign(state, step, signer));
        check(mayNotRecord(state, step, item, signer, undefined));
        check(mayNotReport(state, step, signer.roles, signer));
        expect(mayNotAcknowledge(state, step, signer)).toBeNull();
      }),
    );
  });

  it('is a PIN where a site says nothing', () => {
    for (const step of STEPS) expect(neededAssurance({ site: SITE }, step)).toBe('pin');
  });

  it('is never less than a PIN, and never more at the bedside', () => {
    expect(policyWith({ 'Place the order': 'passkey' }).success).toBe(true);
    expect(policyWith({ 'Place the order': 'link' }).error?.message).toMatch(/got link, expected pin or more/);
    expect(policyWith({ 'Give the product': 'passkey' }).error?.message).toMatch(/gloves and no phone/);
    expect(policyWith({ 'Do something': 'passkey' }).success).toBe(false);
  });
});
