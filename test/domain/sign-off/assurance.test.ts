import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS_BY_PIN, ASSURANCES } from '../../../lambdas/domain/journey/assurance-policy.ts';
import { STRICTEST_POLICY, sitePolicy } from '../../../lambdas/domain/journey/site-policy.ts';
import type { JourneyState, StepState } from '../../../lambdas/domain/journey/state.ts';
import { neededAssurance } from '../../../lambdas/domain/sign-off/assurance.ts';
import { mayNotAcknowledge, provesTooLittle } from '../../../lambdas/domain/sign-off/permission.ts';
import { STEPS } from '../../../lambdas/domain/vocabulary.ts';
import { SITE, signerOf } from '../../support/builders.ts';
import { Walk } from '../../support/walk.ts';

const SIGNING = ['pin', 'oidc', 'passkey'] as const;
const FREE = STEPS.filter((step) => !ALWAYS_BY_PIN.includes(step));
const policyWith = (assurance: unknown) => sitePolicy().safeParse({ ...STRICTEST_POLICY, assurance });

const policies = fc.dictionary(fc.constantFrom(...FREE), fc.constantFrom(...SIGNING)).map((assurance) => {
  const policy = sitePolicy().parse({ ...STRICTEST_POLICY, assurance });
  return { site: { ...SITE, policy }, steps: {} } as unknown as JourneyState;
});
const at = (step: (typeof STEPS)[number]) => ({ step, key: step, phase: 'Order', round: 1 }) as unknown as StepState;

describe('what it takes to sign', () => {
  it('is held to: no level below the one needed is enough, and every other is', () => {
    fc.assert(
      fc.property(policies, fc.constantFrom(...STEPS), fc.constantFrom(...SIGNING), (state, name, assurance) => {
        const signer = { ...signerOf(name), assurance };
        const step = at(name);
        const needed = neededAssurance(state, name);
        const expected =
          ASSURANCES.indexOf(assurance) < ASSURANCES.indexOf(needed)
            ? { code: 'forbidden', detail: { problem: 'assurance-too-low', needed } }
            : null;
        const check = (refusal: unknown) =>
          expected === null ? expect(refusal).toBeNull() : expect(refusal).toMatchObject(expected);
        check(provesTooLittle(state, step.step, signer));
        expect(mayNotAcknowledge(state, step, signer)).toBeNull();
      }),
    );
  });

  it('is held to for a decision, an item of a checklist and a report alike', () => {
    const policy = sitePolicy().parse({ ...STRICTEST_POLICY, assurance: { 'Follow the manufacture': 'passkey' } });
    const walk = new Walk({ policy });
    const step = walk.to('Follow the manufacture');
    const tooLow = { refusal: { code: 'forbidden', detail: { problem: 'assurance-too-low', needed: 'passkey' } } };
    expect(walk.journey.sign(step, 'made')).toMatchObject(tooLow);
    expect(
      walk.journey.record(step, 'milestone', { evidence: { milestone: 'started', makerReference: 'maker 4' } }),
    ).toMatchObject(tooLow);
    const evidence = { explanation: 'as seen' };
    expect(
      walk.journey.report(step, 'excursion', { evidence: { ...evidence, leg: 'outbound', loggerFile: 'LOG-1' } }),
    ).toMatchObject(tooLow);
    const signer = { ...signerOf('Follow the manufacture'), assurance: 'passkey' } as const;
    expect(walk.journey.sign(step, 'failed', { signer })).toMatchObject({ ok: true });
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
