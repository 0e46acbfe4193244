import { expect, test } from 'vitest';
import { closed, closedGates, type Gate, OPEN, unknown } from '../../../lambdas/domain/gates/gate.ts';
import { identityMatches } from '../../../lambdas/domain/gates/identity-matches.ts';
import { notExpired } from '../../../lambdas/domain/gates/not-expired.ts';
import { notHeld } from '../../../lambdas/domain/gates/not-held.ts';
import { productExpiry } from '../../../lambdas/domain/journey/product.ts';
import { minus, plus, startOfPrintedDay } from '../../../lambdas/domain/time.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { atBedside, BAG, OTHER_BAG } from '../../support/bedside.ts';
import { CHAIN_OF_IDENTITY, ONWARD, WITHOUT_COLLECTION } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { value } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

const at = (step: StepName): Walk => {
  const walk = new Walk();
  walk.to(step);
  return walk;
};
const contextOf = ({ journey }: Walk, evidence: Record<string, unknown> = {}) => ({
  state: journey.state,
  protocol: journey.protocol,
  now: journey.now,
  evidence,
});
const OTHER = { ...CHAIN_OF_IDENTITY, value: 'COI-0002' };

test('only open gates let a decision through: unknown is not open, and is not the same as closed', () => {
  const gate = (name: string, judge: Gate['judge']): Gate => ({ name, class: 'never', judge });
  const gates = [gate('one', () => OPEN), gate('two', () => closed('no')), gate('three', () => unknown('who knows'))];
  expect(closedGates(gates, contextOf(new Walk()))).toEqual([
    { gate: 'two', class: 'never', status: 'closed', reason: 'no' },
    { gate: 'three', class: 'never', status: 'unknown', reason: 'who knows' },
  ]);
});

test('identity: open while none is registered, then only for the registered one, unknown when unreadable', () => {
  expect(identityMatches.judge(contextOf(new Walk(), { chainOfIdentity: OTHER })).status).toBe('open');
  const walk = at('Check certificate');
  expect(identityMatches.judge(contextOf(walk, { chainOfIdentity: CHAIN_OF_IDENTITY })).status).toBe('open');
  for (const different of [OTHER, { ...CHAIN_OF_IDENTITY, issuer: 'x' }, { ...CHAIN_OF_IDENTITY, scheme: 'x' }]) {
    expect(identityMatches.judge(contextOf(walk, { chainOfIdentity: different })).status).toBe('closed');
  }
  expect(identityMatches.judge(contextOf(walk)).status).toBe('unknown');
  expect(identityMatches.class).toBe('never');
});

test.each(['Check certificate', 'Accept receipt'] as const)('%s: another identity is never signed', (step) => {
  const walk = at(step);
  const open = walk.journey.step(step);
  const evidence = { ...evidenceOf(open, ONWARD[step], walk.journey), chainOfIdentity: OTHER };
  const { length } = walk.journey.events;
  const refused = walk.journey.sign(open, ONWARD[step], { evidence });
  expect(refused).toMatchObject({
    ok: false,
    refusal: { code: 'forbidden', detail: { gates: [{ gate: 'identity-matches', class: 'never', status: 'closed' }] } },
  });
  expect(walk.journey.events.length).toBe(length);
});

test('another identity at the bedside or in quarantine is never recorded as checked', () => {
  const walk = at('Accept receipt');
  walk.decide('Accept receipt', 'quarantined');
  const quarantine = walk.journey.step('Resolve quarantine');
  const evidence = { ...evidenceOf(quarantine, 'accepted', walk.journey), chainOfIdentity: OTHER };
  expect(walk.journey.sign(quarantine, 'accepted', { evidence })).toMatchObject({ refusal: { code: 'forbidden' } });
  walk.decide('Resolve quarantine');
  const bedside = walk.to('Give the product');
  const check = (chainOfIdentity: unknown) => atBedside(walk, 'identity-checked', { evidence: { chainOfIdentity } });
  expect(check(OTHER)).toMatchObject({ ok: false, refusal: { code: 'forbidden' } });
  expect(check(undefined)).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
  expect(check(CHAIN_OF_IDENTITY).ok).toBe(true);
  expect(check(OTHER)).toMatchObject({ ok: false });
  expect(walk.journey.sign(bedside, 'given')).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
});

test('where nothing is collected the order registers the identity, and every certificate must be the same', () => {
  const walk = new Walk({ protocol: WITHOUT_COLLECTION });
  walk.to('Accept receipt');
  walk.decide('Accept receipt', 'remake');
  const again = walk.to('Check certificate');
  const evidence = { ...evidenceOf(again, 'certified', walk.journey), chainOfIdentity: OTHER };
  expect(walk.journey.sign(again, 'certified', { evidence })).toMatchObject({ refusal: { code: 'forbidden' } });
});

test('expiry: unknown without a certificate, closed from the start of the printed day at the site', () => {
  expect(notExpired.judge(contextOf(new Walk())).status).toBe('unknown');
  const walk = at('Give GO for conditioning');
  const expiry = productExpiry(walk.journey.state) ?? '';
  walk.journey.now = minus(expiry, 'PT0.001S', 'UTC');
  expect(notExpired.judge(contextOf(walk)).status).toBe('open');
  walk.journey.now = expiry;
  expect(notExpired.judge(contextOf(walk)).status).toBe('closed');
  expect(walk.journey.sign(walk.journey.step('Give GO for conditioning'), 'go')).toMatchObject({
    ok: false,
    refusal: { code: 'forbidden' },
  });
  expect(startOfPrintedDay('2027-08-31', 'Europe/Berlin')).toBe('2027-08-30T22:00:00.000Z');
});

test('a batch expired today is not certified for use', () => {
  const walk = at('Check certificate');
  const step = walk.journey.step('Check certificate');
  const evidence = { ...evidenceOf(step, 'certified', walk.journey), expiresOn: walk.journey.now.slice(0, 10) };
  expect(walk.journey.sign(step, 'certified', { evidence })).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
});

test('a product that expired while it waited can be recorded as given, and that is a critical deviation', () => {
  const walk = at('Give the product');
  for (const container of [BAG, OTHER_BAG]) {
    for (const item of ['identity-checked-before-thaw', 'identity-checked']) {
      for (const one of [item, `${item}-second`]) value(atBedside(walk, one, { container }));
    }
  }
  walk.runTo(plus(productExpiry(walk.journey.state) ?? '', 'P1D', 'UTC'));
  walk.decide('Give the product');
  expect(walk.journey.state.deviations).toContainEqual(
    expect.objectContaining({ kind: 'given-after-expiry', class: 'critical' }),
  );
  expect(walk.journey.open.some(({ step }) => step === 'Monitor the patient')).toBe(true);
});

test('hold: closed while held, open after the resume', () => {
  const walk = new Walk();
  expect(notHeld.judge(contextOf(walk)).status).toBe('open');
  walk.command('hold');
  expect(notHeld.judge(contextOf(walk))).toMatchObject({ status: 'closed', reason: expect.stringContaining('hold') });
  walk.command('resume');
  expect(notHeld.judge(contextOf(walk)).status).toBe('open');
});
