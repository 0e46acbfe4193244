import { expect, test } from 'vitest';
import { contentHash, contentOf } from '../../../lambdas/domain/journey/content.ts';
import { factsOf } from '../../../lambdas/domain/journey/facts.ts';
import { opensByRegisters } from '../../../lambdas/domain/journey/open-step.ts';
import { policyOf } from '../../../lambdas/domain/journey/site-policy.ts';
import { procedureLink, procedureOf, type SiteProcedures } from '../../../lambdas/domain/steps/procedure.ts';
import { JourneyDriver } from '../../support/journey-driver.ts';
import { aReadinessOf, standingEntry } from '../../support/register-entries.ts';

const STEP = { phase: 'Order', round: 1, step: 'Register the referral' } as const;
const ofSite = (site: string, version: string): readonly SiteProcedures[] => [
  { site, of: { Order: { id: 'SOP-ORD-1', version: '2' }, 'Register the referral': { id: 'SOP-REF-7', version } } },
];

function opened(version: string) {
  const journey = new JourneyDriver();
  journey.openStep(STEP, 1, ofSite(journey.state.site.id, version));
  return { journey, step: journey.step(STEP.step) };
}

test('what a signer is shown, and signs, names the procedure in the version in force when the step was asked', () => {
  const { journey, step } = opened('4');
  const facts = factsOf(journey.state, step, journey.protocol);
  expect(facts).toContainEqual(expect.objectContaining({ label: 'procedure', value: 'SOP-REF-7' }));
  expect(facts).toContainEqual(expect.objectContaining({ label: 'procedureVersion', value: '4' }));
  const later = opened('5');
  const hashIn = ({ journey: { state, protocol }, step: shown }: ReturnType<typeof opened>): string =>
    contentHash(contentOf(state, shown, protocol));
  expect(hashIn(later)).not.toBe(hashIn({ journey, step }));
});

test('a site that has named no procedure for a step shows none', () => {
  const journey = new JourneyDriver();
  journey.openStep(STEP, 1, ofSite('elsewhere', '4'));
  const facts = factsOf(journey.state, journey.step(STEP.step), journey.protocol);
  expect(facts.map(({ label }) => label)).not.toContain('procedure');
});

test('a step without a procedure of its own has that of its phase', () => {
  expect(procedureOf(ofSite('one', '4'), 'one', { ...STEP, step: 'Confirm consent' })).toEqual({
    id: 'SOP-ORD-1',
    version: '2',
  });
  expect(procedureOf(ofSite('one', '4'), 'one', { phase: 'Receipt', step: 'Accept receipt' })).toBeUndefined();
});

test('registers are read where a gate asks them, or a procedure may stand beside the step', () => {
  const { state } = new JourneyDriver();
  const { site, steps } = opened('4').journey.state;
  const without = { ...STEP, step: 'Confirm consent' } as const;
  expect(opensByRegisters(state, without)).toBe(false);
  expect(opensByRegisters(state, { ...STEP, step: 'Place the order' })).toBe(true);
  expect(opensByRegisters(state, without, ofSite(site.id, '4'))).toBe(true);
  // One was shown before.
  expect(opensByRegisters({ ...state, steps }, without)).toBe(true);
  const policy = { ...policyOf(state), registers: { required: ['documents' as const] } };
  expect(opensByRegisters({ ...state, site: { ...state.site, policy } }, without)).toBe(true);
  // Opened anew.
  expect(opensByRegisters({ ...state, steps }, STEP, ofSite(site.id, '4'))).toBe(false);
});

test('an open step keeps the version it was opened with, also when the register has another since', () => {
  const journey = new JourneyDriver();
  const inForce = (version: string) =>
    aReadinessOf(standingEntry({ serves: ['Order'], procedure: { id: 'SOP-ORD-1', version } }));
  journey.readiness = inForce('4');
  journey.openStep(STEP, 1);
  journey.readiness = inForce('5');
  journey.openStep(STEP, 1);
  expect(journey.step(STEP.step).procedure).toEqual({ id: 'SOP-ORD-1', version: '4' });
});

test('what stands in an address is only ever a part of it', () => {
  const procedure = { id: 'SOP 7/../a?b', version: '4#1' };
  expect(procedureLink('https://documents.example/{id}?v={version}', procedure)).toBe(
    'https://documents.example/SOP%207%2F..%2Fa%3Fb?v=4%231',
  );
});
