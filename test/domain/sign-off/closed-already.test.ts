import { expect, test } from 'vitest';
import { type SitePolicy, STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import type { SiteReadiness } from '../../../lambdas/domain/registers/site-readiness.ts';
import { closedAlready } from '../../../lambdas/domain/sign-off/closed-already.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { personIn } from '../../support/builders.ts';
import { aReadinessOf, standingEntry } from '../../support/register-entries.ts';
import { goesOn, LAPSED_CHECKER as lapsed, report } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const told = ({ journey }: Walk, step: StepName, reader = personIn(['pharmacist'])) =>
  closedAlready({ state: journey.state, protocol: journey.protocol, now: journey.now }, journey.step(step), reader);

test('who is asked is told which gates are closed for them, until they are let pass', () => {
  const walk = new Walk();
  walk.to('Check the order');
  expect(told(walk, 'Check the order')).toEqual({ gates: [], others: false });
  expect(told(walk, 'Check the order', lapsed)).toEqual({
    gates: [{ gate: 'competent', status: 'closed' }],
    others: false,
  });
  for (const role of ['physician', 'pharmacist'] as const) goesOn(walk, 'Check the order', role, { performer: lapsed });
  expect(told(walk, 'Check the order', lapsed)).toEqual({ gates: [], others: false });
});

test('why other gates are closed is on the page alone', () => {
  const walk = new Walk();
  walk.to('Place the order');
  report(walk, 'consent-withdrawn');
  walk.runTo(plus(walk.journey.now, 'P2Y', 'UTC'));
  expect(told(walk, 'Place the order')).toEqual({
    gates: [{ gate: 'approvals-valid', status: 'closed' }],
    others: true,
  });
});

test('what a register closes is told with the entry that closes it, also the procedure beside the form', () => {
  const walk = new Walk();
  walk.to('Place the order');
  const { state, protocol, now } = walk.journey;
  const site = standingEntry({ register: 'product-readiness', serves: [protocol.id], closedBecause: 'suspended' });
  const document = standingEntry({ serves: ['SOP-12', 'SOP-12 version 4'], closedBecause: 'its status is withdrawn' });
  const step = { ...walk.journey.step('Place the order'), procedure: { id: 'SOP-12', version: '4' } };
  const context = { state, protocol, now, readiness: aReadinessOf(site, document) };
  expect(closedAlready(context, step, personIn(['physician']))).toMatchObject({
    gates: [
      { gate: 'site-ready', whyNot: { why: 'closed', because: 'suspended' } },
      { gate: 'procedure-effective', whyNot: { because: 'its status is withdrawn' } },
    ],
    others: false,
  });
});

test('what a register does not know is told as not known, where it was read', () => {
  const walk = new Walk();
  walk.to('Place the order');
  const { state, protocol, now } = walk.journey;
  const policy: SitePolicy = {
    ...STRICTEST_POLICY,
    registers: { required: ['product-readiness'], mirrorAge: { eqms: 'P2D' } },
  };
  const context = { state: { ...state, site: { ...state.site, policy } }, protocol, now };
  const ask = (readiness?: SiteReadiness) =>
    closedAlready({ ...context, readiness }, walk.journey.step('Place the order'), personIn(['physician']));
  const mirror = { system: 'eqms', id: 'R-1', asOf: '2020-01-01T00:00:00.000Z' };
  const old = standingEntry({ register: 'product-readiness', serves: [protocol.id], mirror });
  expect(ask(aReadinessOf())).toEqual({ gates: [{ gate: 'site-ready', status: 'unknown' }], others: false });
  expect(ask(aReadinessOf(old))).toMatchObject({
    gates: [{ gate: 'site-ready', status: 'unknown', whyNot: { why: 'mirror-too-old', system: 'eqms' } }],
  });
  expect(ask()).toEqual({ gates: [], others: false });
});

test('what only waits for its time is not told', () => {
  const walk = new Walk();
  walk.to('Confirm readiness');
  expect(told(walk, 'Confirm readiness')).toEqual({ gates: [], others: false });
});
