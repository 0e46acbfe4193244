import { expect, test } from 'vitest';
import {
  CONSENTS,
  type ConsentKind,
  consentsTo,
  NEEDED_CONSENTS,
  withdrawnConsents,
} from '../../../lambdas/domain/journey/consents.ts';
import { minus, plus } from '../../../lambdas/domain/time.ts';
import { personIn } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { report, sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

test.each(CONSENTS)('%s can be taken back by itself: what it allowed stops at once, all else goes on', (kind) => {
  const walk = sceneOf('Agree the delivery');
  const { journey } = walk;
  report(walk, 'consent-withdrawn', { consents: [kind] });
  for (const other of CONSENTS) expect([other, consentsTo(journey.state, other)]).toEqual([other, other !== kind]);
  const agreed = journey.sign(journey.step('Agree the delivery'), 'agreed');
  if (NEEDED_CONSENTS.includes(kind)) {
    expect(agreed).toMatchObject({ refusal: { detail: { gates: [{ gate: 'consent-stands' }] } } });
  } else expect(agreed.ok).toBe(true);
  expect(journey.open.map(({ step }) => step)).toContain('Decide on the withdrawal');
});

test('a misunderstanding restores what was withdrawn with that report, and no other', () => {
  const walk = sceneOf('Agree the delivery');
  const { journey } = walk;
  report(walk, 'consent-withdrawn', { consents: ['registry'] });
  journey.pass('PT1H');
  report(walk, 'consent-withdrawn', { consents: ['therapy'] });
  walk.decide('Decide on the withdrawal', 'not-withdrawn');
  expect(withdrawnConsents(journey.state)).toEqual(['registry']);
  expect(journey.sign(journey.step('Agree the delivery'), 'agreed').ok).toBe(true);
});

test('the treatment goes on without a consent it does not need, and that one stays withdrawn', () => {
  const walk = sceneOf('Agree the delivery');
  const { journey } = walk;
  report(walk, 'consent-withdrawn', { consents: ['registry'] });
  walk.decide('Decide on the withdrawal', 'goes-on');
  expect(withdrawnConsents(journey.state)).toEqual(['registry']);
  expect(journey.sign(journey.step('Agree the delivery'), 'agreed').ok).toBe(true);
});

test.each(NEEDED_CONSENTS)('the treatment does not go on without consent to %s until it is given again', (kind) => {
  const walk = sceneOf('Agree the delivery');
  const { journey } = walk;
  report(walk, 'consent-withdrawn', { consents: [kind, 'registry'] });
  expect(journey.sign(journey.step('Decide on the withdrawal'), 'goes-on')).toMatchObject({
    refusal: { code: 'invalid', detail: { path: 'decision', problem: 'consent-needed' } },
  });
  expect(journey.step('Decide on the withdrawal').status).toBe('open');
  walk.decide('Decide on the withdrawal', 'consented-again');
  expect(withdrawnConsents(journey.state)).toEqual([]);
  expect(consentsTo(journey.state, 'registry')).toBe(true);
  expect(journey.sign(journey.step('Agree the delivery'), 'agreed').ok).toBe(true);
});

test('when the product was given nothing more is authorised, and follow-up goes on', () => {
  const walk = sceneOf('Discharge');
  report(walk, 'consent-withdrawn', { consents: ['therapy'] });
  walk.decide('Decide on the withdrawal', 'goes-on');
  expect(withdrawnConsents(walk.journey.state)).toEqual(['therapy']);
  walk.decide('Discharge');
});

test('consent given again restores what was withdrawn up to then, in any report, and not what is withdrawn later', () => {
  const walk = sceneOf('Agree the delivery');
  const { journey } = walk;
  report(walk, 'consent-withdrawn', { consents: ['therapy', 'registry'] });
  journey.pass('PT1H');
  report(walk, 'consent-withdrawn', { consents: ['therapy'] });
  walk.decide('Decide on the withdrawal', 'consented-again');
  expect(withdrawnConsents(journey.state)).toEqual(['registry']);
  journey.pass('PT1H');
  report(walk, 'consent-withdrawn', { consents: ['therapy'], explanation: 'again' });
  expect(withdrawnConsents(journey.state)).toEqual(['registry', 'therapy']);
});

test('a consent is given by its own report: one that was gone on without, one that was never given; and can be taken back anew', () => {
  const walk = new Walk();
  const step = walk.to('Confirm consent');
  const evidence = evidenceOf(step, 'consented', walk.journey);
  const consents = evidence.consents as Record<string, object>;
  walk.decide('Confirm consent', 'consented', {
    evidence: { consents: { ...consents, unusedMaterial: { ...consents.unusedMaterial, given: false } } },
  });
  walk.to('Agree the delivery');
  const { journey } = walk;
  report(walk, 'consent-withdrawn', { consents: ['registry'] });
  walk.decide('Decide on the withdrawal', 'goes-on');
  const withdrawnAt = journey.now;
  journey.pass('P1D');
  const signedOn = journey.now.slice(0, 10);
  const allowed = (at?: string) =>
    ['registry', 'unusedMaterial'].map((kind) => consentsTo(journey.state, kind as ConsentKind, at));
  expect(allowed()).toEqual([false, false]);
  report(walk, 'consent-given', { consents: ['registry', 'unusedMaterial'], signedOn });
  expect([allowed(), allowed(withdrawnAt)]).toEqual([
    [true, true],
    [false, false],
  ]);
  expect(journey.open.map(({ phase }) => phase)).not.toContain('Withdrawal');
  journey.pass('PT1H');
  report(walk, 'consent-withdrawn', { consents: ['registry'], explanation: 'again' });
  expect(allowed()).toEqual([false, true]);
});

test('a form signed before the withdrawal gives nothing again, and only a physician says that one was signed', () => {
  const walk = sceneOf('Agree the delivery');
  const { journey } = walk;
  report(walk, 'consent-withdrawn', { consents: ['registry'] });
  const step = journey.step('Agree the delivery');
  const signedOn = minus(journey.now, 'P1D', 'UTC').slice(0, 10);
  const evidence = { consents: ['registry'], formVersion: '3.1', signedOn };
  expect(journey.report(step, 'consent-given', { evidence })).toMatchObject({
    refusal: { code: 'invalid', detail: { path: 'evidence.signedOn', problem: 'before-the-withdrawal' } },
  });
  expect(journey.report(step, 'consent-given', { evidence, signer: personIn(['nurse']) })).toMatchObject({
    refusal: { code: 'forbidden' },
  });
});

test('a form signed before the withdrawal is not consent given again', () => {
  const walk = sceneOf('Decide on the withdrawal');
  const { journey } = walk;
  const signedOn = minus(journey.now, 'P1D', 'UTC').slice(0, 10);
  const evidence = { formVersion: '3.1', signedOn };
  expect(journey.sign(journey.step('Decide on the withdrawal'), 'consented-again', { evidence })).toMatchObject({
    refusal: { code: 'invalid', detail: { path: 'evidence.signedOn', problem: 'before-the-withdrawal' } },
  });
});

test('a treatment stopped on a withdrawal ends the course, and everybody is stood down', () => {
  const walk = sceneOf('Decide on the withdrawal');
  walk.decide('Decide on the withdrawal', 'stopped');
  expect(walk.journey.state.closing?.outcome).toBe('stopped');
  expect(walk.journey.open.map(({ step }) => step)).toEqual(['Stand everything down']);
});

test('once the infusion began, signed or not, a withdrawal stops nothing: the patient is followed', () => {
  const walk = sceneOf('Give the product');
  const { journey } = walk;
  report(walk, 'consent-withdrawn', { consents: ['therapy'] });
  expect(journey.sign(journey.step('Decide on the withdrawal'), 'stopped')).toMatchObject({
    refusal: { code: 'invalid', detail: { path: 'decision', problem: 'infused-is-followed' } },
  });
  walk.decide('Decide on the withdrawal', 'goes-on');
  expect(journey.state.closing).toBeUndefined();
});

test('while it is decided on, nobody is called about a visit that the patient does not consent to', () => {
  const walk = new Walk({ acknowledging: false });
  const { journey } = walk;
  const urgent = () =>
    journey.open.filter(({ phase, told }) => phase === 'FollowUpVisit' && told.some((one) => one.class === 'critical'));
  walk.toFollowUp();
  while (urgent().length === 0) walk.runTo(walk.nextDue());
  report(walk, 'consent-withdrawn', { consents: ['followUp'] });
  const { length } = journey.events;
  walk.runTo(plus(journey.now, 'P5D', 'UTC'));
  const told = journey.events.slice(length).flatMap(({ type, data }) => (type === 'rung.reached' ? [data] : []));
  expect(told.map(({ phase }) => phase)).not.toContain('FollowUpVisit');
  expect(told.map(({ phase }) => phase)).toContain('Withdrawal');
});
