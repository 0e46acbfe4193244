import { describe, expect, it, test } from 'vitest';
import { intentOf } from '../../../lambdas/domain/sign-off/signing-intent.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { STEPS, type StepName } from '../../../lambdas/domain/vocabulary.ts';
import { atBedside } from '../../support/bedside.ts';
import { ONWARD, personIn } from '../../support/builders.ts';
import { deputyOf } from '../../support/delegations.ts';
import type { Signing } from '../../support/journey-driver.ts';
import { sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';
import { acknowledge, overdue } from '../clocks/urgent.ts';

const ann = personIn(['physician'], 'ann');
/** No physician, and so nobody who could sign by themselves what is signed here. */
const bea = personIn(['nurse'], 'bea');
const REFUSED = { ok: false, refusal: { code: 'forbidden', detail: { problem: 'no-delegation' } } };

/** The step of a physician is asked, and `bea` signs it in place of `ann`. */
function eligibility(change: Parameters<typeof deputyOf>[2] = {}, signing: Signing = {}) {
  const walk = new Walk();
  const step = walk.to('Confirm eligibility');
  const { journey } = walk;
  const outcome = journey.sign(step, 'eligible', { signer: deputyOf(ann, bea, change), delegator: ann, ...signing });
  return { journey, step, outcome };
}

describe('a step that was handed over', () => {
  it('is signed by the deputy in the place of the delegator, and the event says both', () => {
    const { journey, outcome } = eligibility();
    expect(outcome.ok).toBe(true);
    const by = { kind: 'person', id: bea.id, role: 'physician', onBehalfOf: ann.id };
    const event = journey.events.findLast(({ type }) => type === 'step.decided');
    expect(event?.by).toEqual(by);
    expect(journey.step('Confirm eligibility').decision?.by).toEqual(by);
    if (event?.type !== 'step.decided') throw new Error('expected a decision');
    expect(intentOf(event, 'n')).toMatchObject({ signer: bea.id, onBehalfOf: ann.id });
  });

  it('is signed only where that is said: nobody acts in the place of another without knowing', () => {
    const walk = new Walk();
    const step = walk.to('Confirm eligibility');
    expect(walk.journey.sign(step, 'eligible', { signer: deputyOf(ann, bea) })).toMatchObject({
      refusal: { detail: { problem: 'other-role' } },
    });
  });

  it.each([
    ['before it begins', { from: '2198-01-01T00:00:00.000Z' }],
    ['after it ended', { until: '2026-11-23T08:00:00.000Z' }],
    ['once it was ended early', { ended: { at: '2026-11-23T08:00:00.000Z', by: ann.id } }],
    ['in another journey', { scope: { kind: 'journey', journeyId: '000000000' } }],
    ['at another step', { scope: { kind: 'steps', steps: ['Confirm consent'] } }],
    ['of another site', { site: 'elsewhere' }],
    ['of another role', { role: 'qa' }],
    ['to another deputy', { to: 'somebody' }],
    ['by a role the deputy has lost', { as: 'pharmacist' }],
  ] as const)('is not signed %s', (_, change) => {
    expect(eligibility(change as Parameters<typeof deputyOf>[2]).outcome).toMatchObject(REFUSED);
  });

  it.each([
    ['left', { ...ann, active: false }],
    ['no longer holds the role', { ...ann, roles: ['qa'] as const }],
    ['only stands in for the role', { ...ann, roles: [], deputises: ['physician'] as const }],
    ['moved to another site', { ...ann, site: 'elsewhere' }],
  ])('is not signed when the delegator %s', (_, delegator) => {
    expect(eligibility({}, { delegator }).outcome).toMatchObject(REFUSED);
  });

  it('is signed in this journey, or at this step, where it was handed over so', () => {
    const { journey } = new Walk();
    expect(eligibility({ scope: { kind: 'journey', journeyId: journey.state.id } }).outcome.ok).toBe(true);
    expect(eligibility({ scope: { kind: 'steps', steps: ['Confirm eligibility'] } }).outcome.ok).toBe(true);
  });

  it('never goes on to a third, and opens no other role of the deputy', () => {
    const cem = personIn(['nurse'], 'cem');
    const handedOn = deputyOf(bea, cem, { role: 'physician' });
    const through = eligibility({}, { signer: handedOn, delegator: { ...bea, ...deputyOf(ann, bea) } });
    expect(through.outcome).toMatchObject(REFUSED);
    const walk = new Walk();
    const register = walk.journey.step('Register the referral');
    const both = deputyOf(ann, personIn(['nurse', 'coordinator'], 'bea'));
    expect(walk.journey.sign(register, 'registered', { signer: both, delegator: ann })).toMatchObject({
      refusal: { detail: { problem: 'other-role' } },
    });
  });

  it('that was given to the delegator in person is signed by the deputy', () => {
    const walk = new Walk();
    const { phase, round, step } = walk.to('Confirm eligibility');
    walk.journey.command('reassign', { phase, round, step, to: ann.id });
    const at = walk.journey.step('Confirm eligibility');
    const colleague = personIn(['physician'], 'bea');
    expect(walk.journey.sign(at, 'eligible', { signer: colleague })).toMatchObject({
      refusal: { detail: { problem: 'other-person' } },
    });
    const signer = deputyOf(ann, colleague);
    expect(walk.journey.sign(at, 'eligible', { signer, delegator: ann }).ok).toBe(true);
  });

  it('is entered from paper where it was handed over when it was done', () => {
    const walk = new Walk();
    const step = walk.to('Confirm eligibility');
    const { journey } = walk;
    const occurredAt = journey.now;
    journey.pass('PT2H');
    const until = new Date(Date.parse(occurredAt) + 60_000).toISOString();
    const signer = personIn(['physician'], 'c');
    const entered = (performer: typeof bea) =>
      journey.sign(step, 'eligible', { signer, occurredAt, paper: { performer }, delegator: ann });
    expect(entered(deputyOf(ann, bea, { until: occurredAt }))).toMatchObject(REFUSED);
    expect(entered(deputyOf(ann, bea, { until })).ok).toBe(true);
    expect(journey.step(step.step).decision).toMatchObject({
      by: { id: bea.id, onBehalfOf: ann.id },
      enteredBy: signer.id,
    });
  });

  it.each([
    ['the delegator has left', { delegator: { ...ann, active: false } }],
    ['the delegator lost the role', { delegator: { ...ann, roles: [] } }],
    ['the delegator moved to another site', { delegator: { ...ann, site: 'elsewhere' } }],
    ['the deputy lost the role', { roles: [] }],
  ])(
    'is entered from paper by another person where %s since, and by nobody for what was done after that',
    (_, since) => {
      const walk = new Walk();
      const step = walk.to('Confirm eligibility');
      const { journey } = walk;
      const occurredAt = journey.now;
      journey.pass('PT1H');
      const ended = { at: journey.now, by: 'registrar' };
      journey.pass('PT1H');
      const { delegator = ann, roles = bea.roles } = since as { delegator?: typeof ann; roles?: typeof bea.roles };
      const performer = { ...deputyOf(ann, bea, { ended }), roles };
      const entered = (at: string, signer: typeof bea) =>
        journey.sign(step, 'eligible', { signer, occurredAt: at, paper: { performer }, delegator });
      const other = personIn(['physician'], 'c');
      expect(entered(ended.at, other)).toMatchObject(REFUSED);
      expect(entered(occurredAt, performer)).toMatchObject({ refusal: { detail: { problem: 'delegation-over' } } });
      expect(entered(occurredAt, other).ok).toBe(true);
      expect(journey.step(step.step).decision).toMatchObject({ by: { id: bea.id, onBehalfOf: ann.id } });
    },
  );

  it('is entered by the deputy alone only while it is handed over; what was done before is entered by another person', () => {
    const walk = new Walk();
    const step = walk.to('Confirm eligibility');
    const { journey } = walk;
    const occurredAt = journey.now;
    journey.pass('PT2H');
    const entered = (performer: typeof bea, signer: typeof bea) =>
      journey.sign(step, 'eligible', { signer, occurredAt, paper: { performer }, delegator: ann });
    const over = { refusal: { code: 'forbidden', detail: { problem: 'delegation-over' } } };
    const until = new Date(Date.parse(occurredAt) + 60_000).toISOString();
    const ended = { at: until, by: ann.id };
    for (const change of [{ until }, { ended }]) {
      const deputy = deputyOf(ann, bea, change);
      expect(entered(deputy, deputy)).toMatchObject(over);
      const ownRole = deputyOf(ann, personIn(['physician'], 'bea'), change);
      expect(entered(ownRole, ownRole)).toMatchObject(over);
    }
    const deputy = deputyOf(ann, bea);
    expect(entered(deputy, deputy).ok).toBe(true);
  });

  it('and entered from paper by the deputy is compared by neither of the two', () => {
    const walk = new Walk();
    const step = walk.to('Confirm eligibility');
    const { journey } = walk;
    const occurredAt = journey.now;
    journey.pass('PT2H');
    const signer = deputyOf(ann, personIn(['physician'], 'bea'));
    walk.decide(step.step, 'eligible', { signer, occurredAt, paper: { performer: signer }, delegator: ann });
    const at = journey.step('Compare with the paper record');
    for (const id of [ann.id, signer.id]) {
      expect(journey.sign(at, 'same', { signer: { ...personIn(['qa']), id } })).toMatchObject({
        refusal: { detail: { problem: 'same-person' } },
      });
    }
    expect(journey.sign(at, 'same').ok).toBe(true);
  });

  it('that was told urgently is acknowledged by the deputy', () => {
    const walk = overdue();
    const cam = personIn(['coordinator'], 'cam');
    const signer = deputyOf(cam, bea);
    expect(acknowledge(walk, bea, { delegator: cam })).toMatchObject(REFUSED);
    expect(acknowledge(walk, signer, { delegator: cam }).ok).toBe(true);
    expect(walk.journey.events.at(-1)?.by).toMatchObject({ id: bea.id, onBehalfOf: cam.id });
  });
});

const SAME = { ok: false, refusal: { code: 'forbidden', detail: { problem: 'same-person' } } };
const seconds = STEPS.filter((step) => steps[step].secondTo !== undefined);

test.each(seconds)('%s: who signed first is no second person through a deputy either', (step: StepName) => {
  const { journey } = sceneOf(step);
  const at = journey.step(step);
  const { role } = steps[step];
  const [first] = steps[step].secondTo ?? [];
  const id = first === undefined ? '' : (journey.step(first).decision?.by.id ?? '');
  const delegator = { ...personIn([role]), id };
  const deputy = personIn([role], 'deputy');
  expect(journey.sign(at, ONWARD[step], { signer: deputyOf(delegator, deputy), delegator })).toMatchObject(SAME);
  // In their own right a deputy is a person of their own.
  expect(journey.sign(at, ONWARD[step], { signer: deputyOf(delegator, deputy) }).ok).toBe(true);
});

test('what was signed by a deputy counts as signed by who handed it over, and by the deputy', () => {
  const walk = new Walk();
  walk.to('Place the order');
  const first = personIn(['physician'], 'first');
  const deputy = personIn(['pharmacist'], 'deputy');
  walk.decide('Place the order', ONWARD['Place the order'], { signer: deputyOf(first, deputy), delegator: first });
  const at = walk.to('Check the order');
  const checks = (id: string) => walk.journey.sign(at, 'checked', { signer: { ...personIn(['pharmacist']), id } });
  expect(checks(first.id)).toMatchObject(SAME);
  expect(checks(deputy.id)).toMatchObject(SAME);
  expect(checks('pharmacist-third').ok).toBe(true);
});

test('a pair of entries at the bedside is not of two people when one stands in for the other', () => {
  const walk = new Walk();
  walk.to('Give the product');
  const one = personIn(['nurse'], 'one');
  const two = personIn(['nurse'], 'two');
  expect(atBedside(walk, 'identity-checked', { signer: one }).ok).toBe(true);
  const inPlace = { signer: deputyOf(one, two), delegator: one };
  expect(atBedside(walk, 'identity-checked-second', inPlace)).toMatchObject(SAME);
  expect(atBedside(walk, 'identity-checked-second', { signer: two }).ok).toBe(true);
});
