import { expect, test } from 'vitest';
import { containersPerBatch } from '../../../lambdas/domain/protocol/accessors.ts';
import { PROTOCOL } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { sceneOf } from '../../support/scenes.ts';

const { journey } = sceneOf('Check certificate');
const sign = (more: Readonly<Record<string, unknown>> = {}) => {
  const step = journey.step('Check certificate');
  return journey.sign(step, 'certified', { evidence: { ...evidenceOf(step, 'certified', journey), ...more } });
};
const bags = (count: number) => Array.from({ length: count }, (_, place) => `bag-${place}`);

test.each([
  ['made before its material was collected', { manufacturedOn: '2026-11-01' }, 'before-the-collection'],
  ['with a pending test of years ago', { pendingTests: [{ test: 's', dueOn: '2016-12-10' }] }, 'not-ahead'],
  ['with more containers than the protocol knows', { containers: bags(4) }, 'not-as-many-as-protocol'],
])('a batch %s is not certified', (_, more, problem) => {
  expect(sign(more)).toMatchObject({ refusal: { code: 'invalid', detail: { problem } } });
});

test('a batch of as many containers as the protocol allows is certified', () => {
  expect(containersPerBatch(PROTOCOL)).toEqual({ min: 1, max: 3 });
  expect(sign({ containers: bags(3) }).ok).toBe(true);
});
