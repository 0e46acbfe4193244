import { expect, test } from 'vitest';
import { closedGates } from '../../../lambdas/domain/gates/gate.ts';
import { prescribedContainers } from '../../../lambdas/domain/journey/product.ts';
import { noReadiness } from '../../../lambdas/domain/registers/site-readiness.ts';
import { gatesOf } from '../../../lambdas/domain/sign-off/checks.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { atBedside, BAG } from '../../support/bedside.ts';
import { CHAIN_OF_IDENTITY } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { value } from '../../support/journey-driver.ts';
import { report, sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

/** Authorisations of any step that this journey would let through now. */
const letThrough = ({ journey }: Walk): readonly string[] =>
  Object.values(steps).flatMap(({ step, phase, decisions }) =>
    Object.entries(decisions).flatMap(([name, definition]) => {
      if (definition.kind !== 'authorise') return [];
      const evidence = evidenceOf({ phase, round: 1, step }, name, journey);
      const { state, protocol, now } = journey;
      const context = { state, protocol, now, evidence, readiness: noReadiness(state.site.id) };
      return closedGates(gatesOf(definition), context).length === 0 ? [`${step}: ${name}`] : [];
    }),
  );

const agreed = ({ journey }: Walk) => journey.sign(journey.step('Agree the delivery'), 'agreed');

test('while a mismatch is open, and when it was not resolved, nothing at all is authorised', () => {
  const walk = sceneOf('Resolve the mismatch');
  expect(letThrough(walk)).toEqual([]);
  walk.decide('Resolve the mismatch');
  expect(letThrough(walk)).toEqual([]);
  walk.decide('Confirm the resolution', 'again');
  walk.decide('Resolve the mismatch', 'not-resolved');
  expect(letThrough(walk)).toEqual([]);
  expect(walk.journey.state.deviations.map(({ kind }) => kind)).toEqual(['identity-mismatch', 'identity-not-resolved']);
});

test('no route leads past an unresolved mismatch: not a hold and its resume, not a restart, not time, not another report', () => {
  const walk = sceneOf('Resolve the mismatch');
  walk.decide('Resolve the mismatch', 'not-resolved');
  walk.command('hold');
  walk.command('resume');
  walk.command('resume-execution');
  walk.runTo('2027-01-20T00:00:00.000Z');
  report(walk, 'storage-moved');
  expect(agreed(walk)).toMatchObject({
    refusal: { detail: { gates: [{ gate: 'no-mismatch-open', class: 'never' }] } },
  });
});

test('it is resolved by corrected evidence of its issuer, two signatures, and an identity that matches', () => {
  const walk = sceneOf('Confirm the resolution');
  const { journey } = walk;
  const step = journey.step('Confirm the resolution');
  const other = { correctedReference: 'corrected 1', chainOfIdentity: { ...CHAIN_OF_IDENTITY, value: 'COI-0002' } };
  expect(journey.sign(step, 'confirmed', { evidence: other })).toMatchObject({
    refusal: { detail: { gates: [{ gate: 'identity-matches' }] } },
  });
  walk.decide('Confirm the resolution');
  expect(agreed(walk).ok).toBe(true);
});

test('each mismatch is resolved by itself: one resolved does not open what another closes', () => {
  const walk = sceneOf('Resolve the mismatch');
  walk.journey.pass('PT1H');
  report(walk, 'identity-mismatch', { document: 'waybill 4' });
  walk.decide('Resolve the mismatch');
  walk.decide('Confirm the resolution');
  expect(agreed(walk)).toMatchObject({ refusal: { detail: { gates: [{ gate: 'no-mismatch-open' }] } } });
});

test('one that was not resolved goes on closing when a later one was', () => {
  const walk = sceneOf('Resolve the mismatch');
  walk.decide('Resolve the mismatch', 'not-resolved');
  walk.journey.pass('PT1H');
  report(walk, 'identity-mismatch', { document: 'waybill 4' });
  walk.decide('Resolve the mismatch');
  walk.decide('Confirm the resolution');
  expect(agreed(walk)).toMatchObject({ refusal: { detail: { gates: [{ gate: 'no-mismatch-open' }] } } });
});

test('what it concerned is over once the product is made again from what the maker kept', () => {
  const walk = sceneOf('Resolve the mismatch');
  walk.decide('Resolve the mismatch', 'not-resolved');
  walk.journey.pass('PT1H');
  walk.decide('Agree the delivery', 'remake');
  walk.to('Agree the delivery');
  expect(agreed(walk).ok).toBe(true);
});

const settled = (walk: Walk): void => {
  report(walk, 'identity-mismatch');
  walk.decide('Resolve the mismatch');
  walk.decide('Confirm the resolution');
};

test('a mismatch resolved before a thaw: identity is checked again by both people, of every container', () => {
  const walk = new Walk();
  walk.to('Give the product');
  const { journey } = walk;
  for (const container of prescribedContainers(journey.state)) {
    value(atBedside(walk, 'identity-checked-before-thaw', { container }));
    value(atBedside(walk, 'identity-checked-before-thaw-second', { container }));
  }
  settled(walk);
  expect(journey.step('Give the product').checklist).toEqual({});
  value(atBedside(walk, 'identity-checked-before-thaw'));
  expect(Object.keys(journey.step('Give the product').checklist)).toEqual([`identity-checked-before-thaw#${BAG}`]);
});

test('a mismatch resolved at the bedside: what was thawed stays recorded, and is compared with the patient again', () => {
  const walk = new Walk();
  walk.to('Give the product');
  const items = [
    'identity-checked-before-thaw',
    'identity-checked-before-thaw-second',
    'thaw-started',
    'thaw-ended',
    'inspected-after-thaw',
    'identity-checked',
    'identity-checked-second',
  ];
  for (const item of items) value(atBedside(walk, item));
  settled(walk);
  const { checklist } = walk.journey.step('Give the product');
  expect(Object.keys(checklist)).toEqual(items.slice(0, 5).map((item) => `${item}#${BAG}`));
  for (const item of items.slice(5)) value(atBedside(walk, item));
  value(atBedside(walk, 'infusion-started'));
  settled(walk);
  expect(Object.keys(walk.journey.step('Give the product').checklist)).toEqual(
    [...items, 'infusion-started'].map((item) => `${item}#${BAG}`),
  );
});

test('a mismatch resolved at the collection: the patient is identified again before it is recorded', () => {
  const walk = sceneOf('Record apheresis');
  settled(walk);
  expect(walk.journey.sign(walk.journey.step('Record apheresis'), 'collected')).toMatchObject({
    refusal: { detail: { problem: 'checklist-incomplete' } },
  });
  walk.decide('Record apheresis');
});
