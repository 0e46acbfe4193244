import { expect, test } from 'vitest';
import { availability, isAvailable } from '../../../lambdas/domain/journey/availability.ts';
import { conditioningWindow } from '../../../lambdas/domain/journey/conditioning.ts';
import { predictedReadyAt } from '../../../lambdas/domain/journey/manufacture.ts';
import {
  certifiedBatch,
  isAccepted,
  prescribedContainers,
  productExpiry,
} from '../../../lambdas/domain/journey/product.ts';
import { isActive } from '../../../lambdas/domain/journey/state.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { PROTOCOL } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { Walk } from '../../support/walk.ts';

const at = (step: StepName): Walk => {
  const walk = new Walk();
  walk.to(step);
  return walk;
};

test.each(['remake', 'recollect'] as const)(
  '%s: what was said about the product before says nothing any more',
  (way) => {
    const walk = at('Give GO for thaw');
    const { journey } = walk;
    expect(isAccepted(journey.state)).toBe(true);
    journey.pass('PT1H');
    walk.decide('Give GO for thaw', way);
    expect(certifiedBatch(journey.state)).toBeUndefined();
    expect(productExpiry(journey.state)).toBeUndefined();
    expect(isAccepted(journey.state)).toBe(false);
    expect(isAvailable(journey.state, journey.protocol)).toBe(false);
    expect(isActive(journey.state, 'Conditioning')).toBe(false);
    expect(prescribedContainers(journey.state)).toEqual([]);
    walk.to('Prescribe the product');
    expect(journey.state.phases.findLast(({ phase }) => phase === 'Conditioning')).toMatchObject({ round: 2 });
    expect(certifiedBatch(journey.state)).toBe('batch-2');
  },
);

test('the prediction for one manufacture is none for the next', () => {
  const walk = at('Check certificate');
  const { journey } = walk;
  const first = predictedReadyAt(journey.state, journey.protocol);
  walk.decide('Check certificate', 'remake');
  const second = predictedReadyAt(journey.state, journey.protocol) ?? '';
  expect(second > (first ?? '')).toBe(true);
  expect(second).toBe(plus(journey.now, PROTOCOL.manufacturing.predicted.value, journey.state.site.zone));
});

test('only part of a batch prescribed stays so when the GO is given anew and nobody prescribes again', () => {
  const walk = at('Prescribe the product');
  const { journey } = walk;
  const step = journey.step('Prescribe the product');
  const evidence = { ...evidenceOf(step, 'prescribed', journey), containers: ['bag-1-2'] };
  walk.decide('Prescribe the product', 'prescribed', { evidence });
  walk.to('Start conditioning');
  walk.decide('Start conditioning', 'go-lapsed');
  expect(journey.step('Prescribe the product').decision?.decision).toBe('not-needed');
  expect(prescribedContainers(journey.state)).toEqual(['bag-1-2']);
});

test('once conditioning is decided on anew, the one before opens no window', () => {
  const walk = at('Give GO for thaw');
  const { journey } = walk;
  expect(conditioningWindow(journey.state, journey.protocol)).toBeDefined();
  walk.decide('Give GO for thaw', 'recondition');
  expect(conditioningWindow(journey.state, journey.protocol)).toBeUndefined();
  const go = journey.sign(journey.step('Give GO for thaw'), 'go');
  expect(go).toMatchObject({
    refusal: { code: 'forbidden', detail: { gates: [{ gate: 'in-conditioning-window', status: 'unknown' }] } },
  });
});

test('conditioning left out once is not left out for ever', () => {
  const omit = { whiteCellsAtMost: 1000, within: 'P7D' };
  const value = <T>(given: T) => ({ value: given, source: 'site', certainty: 'site-default' as const });
  const { conditioning } = PROTOCOL;
  if (conditioning === undefined) throw new Error('expected a protocol with conditioning');
  const protocol = {
    ...PROTOCOL,
    conditioning: {
      ...conditioning,
      omit: {
        whiteCellsAtMost: { ...value(omit.whiteCellsAtMost), unit: 'cells/µL' as const },
        within: value(omit.within),
      },
    },
  };
  const walk = new Walk({ protocol });
  walk.to('Give GO for conditioning');
  walk.decide('Give GO for conditioning', 'go-without-conditioning');
  const { journey } = walk;
  expect(conditioningWindow(journey.state, protocol)).toBeDefined();
  expect(journey.sign(walk.to('Give GO for thaw'), 'recondition').ok).toBe(true);
  walk.machines.deliver();
  expect(conditioningWindow(journey.state, protocol)).toBeUndefined();
  expect(journey.sign(journey.step('Give GO for thaw'), 'go')).toMatchObject({ refusal: { code: 'forbidden' } });
});

test('a journey without a policy of its site waits for the product on site', () => {
  const { journey } = at('Check certificate');
  expect(availability(journey.state, journey.protocol)).toBe('accepted-on-site');
});
