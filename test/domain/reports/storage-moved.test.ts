import { expect, test } from 'vitest';
import { goOf } from '../../../lambdas/domain/journey/go.ts';
import { collectedDonation } from '../../../lambdas/domain/journey/product.ts';
import { STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import { isActive } from '../../../lambdas/domain/journey/state.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { REPORTED } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const at = (step: StepName, policy = STRICTEST_POLICY): Walk => {
  const walk = new Walk({ policy });
  walk.to(step);
  return walk;
};
const moves = ({ journey }: Walk, values: Readonly<Record<string, unknown>> = {}) => {
  const [step] = journey.open;
  if (step === undefined) throw new Error('nothing is open to report from');
  return journey.report(step, 'storage-moved', { evidence: { ...REPORTED['storage-moved'], ...values } });
};
const foreign = {
  refusal: { code: 'invalid', detail: { path: 'evidence.containers.0', problem: 'not-of-this-course' } },
};

test('moves only containers of this course, from when they exist', () => {
  expect(moves(at('Place the order'))).toMatchObject(foreign);
  const collected = at('Release the collection');
  expect(moves(collected)).toMatchObject(foreign);
  expect(moves(collected, { containers: [`${collectedDonation(collected.journey.state)} bag 1`] }).ok).toBe(true);
  const certified = at('Agree the delivery');
  expect(moves(certified, { containers: ['not-ours'] })).toMatchObject(foreign);
  expect(moves(certified).ok).toBe(true);
});

test('moves what was collected before, when it was collected again', () => {
  const walk = at('Release the collection');
  const first = collectedDonation(walk.journey.state);
  walk.decide('Release the collection', 'recollect');
  walk.to('Release the collection');
  expect(collectedDonation(walk.journey.state)).not.toBe(first);
  expect(moves(walk, { containers: [`${first} bag 1`] }).ok).toBe(true);
});

test('too long outside its storage, the product waits for its maker: a deviation, an excursion, no GO', () => {
  const walk = at('Start conditioning');
  expect(moves(walk, { exposureSeconds: 120 }).ok).toBe(true);
  expect(isActive(walk.journey.state, 'Excursion')).toBe(false);
  expect(moves(walk, { exposureSeconds: 36_000 }).ok).toBe(true);
  const { state, protocol } = walk.journey;
  expect(state.deviations).toMatchObject([{ kind: 'exposure-too-long', class: 'major' }]);
  expect(isActive(state, 'Excursion')).toBe(true);
  expect(goOf(state, protocol, 'conditioning')?.reopenedBy).toBe('excursion');
  const told = walk.journey.history.flatMap(({ effect }) => (effect.kind === 'mail' ? [effect.notice] : []));
  expect(told).toContainEqual(expect.objectContaining({ what: 'reported', detail: 'excursion', class: 'critical' }));
});

test('a site sets its own limit', () => {
  const walk = at('Agree the delivery', { ...STRICTEST_POLICY, exposureSeconds: 30 });
  expect(moves(walk).ok).toBe(true);
  expect(isActive(walk.journey.state, 'Excursion')).toBe(true);
});
