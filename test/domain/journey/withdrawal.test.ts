import { expect, test } from 'vitest';
import { dateOf } from '../../../lambdas/domain/calendar/local-time.ts';
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
  journey.pass('PT1M');
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
  journey.pass('PT1M');
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
  walk.decide('Decide on the withdrawal', 'goes-on');
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

/** What a form signed at this instant says. */
const signed = ({ journey }: Walk, signedAt: string) => ({
  formVersion: '3.1',
  signedOn: dateOf(signedAt, journey.state.site.zone),
  signedAt,
});
/** An hour at which no day of the site ends soon. */
function atNoon(): Walk {
  const walk = sceneOf('Agree the delivery');
  const { journey } = walk;
  journey.now = `${plus(journey.now, 'P1D', 'UTC').slice(0, 10)}T10:00:00.000Z`;
  return walk;
}

test.each([
  ['before', 'PT1H'],
  ['after', '-PT30M'],
])(
  'a withdrawal that is told late closes the gate until it is decided on, also where a form signed %s it was recorded before',
  (_, earlier) => {
    const walk = atNoon();
    const { journey } = walk;
    const withdrawnAt = journey.now;
    journey.pass('PT1H');
    report(walk, 'consent-given', { consents: ['therapy'], ...signed(walk, minus(withdrawnAt, earlier, 'UTC')) });
    journey.pass('PT1H');
    const evidence = { consents: ['therapy'], explanation: 'told the nurse' };
    const step = journey.step('Agree the delivery');
    expect(journey.report(step, 'consent-withdrawn', { evidence, occurredAt: withdrawnAt }).ok).toBe(true);
    walk.machines.deliver();
    expect(withdrawnConsents(journey.state)).toEqual(['therapy']);
    expect(journey.sign(journey.step('Agree the delivery'), 'agreed')).toMatchObject({
      refusal: { detail: { gates: [{ gate: 'consent-stands' }] } },
    });
    const again = signed(walk, minus(withdrawnAt, earlier, 'UTC'));
    const isAfter = String(again.signedAt) > withdrawnAt;
    const decided = journey.sign(journey.step('Decide on the withdrawal'), 'consented-again', { evidence: again });
    expect([decided.ok, withdrawnConsents(journey.state)]).toEqual([isAfter, isAfter ? [] : ['therapy']]);
  },
);

test('while a withdrawal is decided on its consent is given again by that decision alone; what stands cannot be stopped', () => {
  const walk = atNoon();
  const { journey } = walk;
  report(walk, 'consent-withdrawn', { consents: ['therapy', 'registry'] });
  journey.pass('PT1H');
  const evidence = { consents: ['therapy'], ...signed(walk, journey.now) };
  expect(journey.report(journey.step('Agree the delivery'), 'consent-given', { evidence })).toMatchObject({
    refusal: { code: 'invalid', detail: { path: 'evidence.consents', problem: 'withdrawal-undecided' } },
  });
  const first = journey.step('Decide on the withdrawal');
  report(walk, 'consent-withdrawn', { consents: ['therapy'] });
  journey.pass('PT1H');
  walk.decide('Decide on the withdrawal', 'consented-again');
  expect(withdrawnConsents(journey.state)).toEqual(['registry']);
  expect(journey.sign(first, 'stopped')).toMatchObject({
    refusal: { code: 'invalid', detail: { path: 'decision', problem: 'consents-stand' } },
  });
  expect(journey.sign(first, 'goes-on').ok).toBe(true);
});

test('of a form signed on the day of the withdrawal the time is asked: only after the withdrawal it gives the consent again', () => {
  const walk = atNoon();
  const { journey } = walk;
  journey.pass('PT2H');
  report(walk, 'consent-withdrawn', { consents: ['registry'] });
  journey.pass('PT2H');
  const form = signed(walk, journey.now);
  const problem = (evidence: Readonly<Record<string, unknown>>) => {
    const outcome = journey.sign(journey.step('Decide on the withdrawal'), 'consented-again', { evidence });
    return outcome.ok ? undefined : outcome.refusal.detail;
  };
  expect(problem({ formVersion: '3.1', signedOn: form.signedOn })).toEqual({
    path: 'evidence.signedAt',
    problem: 'day-of-the-withdrawal',
  });
  expect(problem(signed(walk, minus(journey.now, 'PT3H', 'UTC')))).toEqual({
    path: 'evidence.signedAt',
    problem: 'before-the-withdrawal',
  });
  expect(problem({ ...form, signedAt: minus(journey.now, 'P1D', 'UTC') })).toEqual({
    path: 'evidence.signedAt',
    problem: 'not-on-its-day',
  });
  expect(problem(form)).toBeUndefined();
  expect(withdrawnConsents(journey.state)).toEqual([]);
});

test('the same withdrawal in the same words is a new one once the consent was given again, also between two visits', () => {
  const walk = new Walk();
  walk.toFollowUp();
  const { journey } = walk;
  const from = journey.step('End the proximity period');
  const evidence = { consents: ['registry'], explanation: 'told the nurse' };
  for (let times = 1; times <= 2; times += 1) {
    expect(journey.report(from, 'consent-withdrawn', { evidence }).ok).toBe(true);
    walk.machines.deliver();
    expect(withdrawnConsents(journey.state)).toEqual(['registry']);
    walk.decide('Decide on the withdrawal', 'goes-on');
    journey.pass('PT1H');
    const given = { consents: ['registry'], ...signed(walk, journey.now) };
    expect(journey.report(journey.step('Discharge'), 'consent-given', { evidence: given }).ok).toBe(true);
    expect(withdrawnConsents(journey.state)).toEqual([]);
    journey.pass('PT1H');
  }
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
