import { expect, test } from 'vitest';
import * as z from 'zod';
import { donationCheckCharacter, donationNumberSchema } from '../../../lambdas/domain/identifiers/donation-number.ts';
import { containersPerBatch } from '../../../lambdas/domain/protocol/accessors.ts';
import { PROTOCOL, WITHOUT_COLLECTION } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const { journey } = sceneOf('Check certificate');
const sign = (more: Readonly<Record<string, unknown>> = {}) => {
  const step = journey.step('Check certificate');
  return journey.sign(step, 'certified', { evidence: { ...evidenceOf(step, 'certified', journey), ...more } });
};
const bags = (count: number) => Array.from({ length: count }, (_, place) => `bag-${place}`);

test.each([
  ['made before its material was collected', { manufacturedOn: '2026-11-01' }, 'before-the-collection'],
  ['with more containers than the protocol knows', { containers: bags(4) }, 'not-as-many-as-protocol'],
])('a batch %s is not certified', (_, more, problem) => {
  expect(sign(more)).toMatchObject({ refusal: { code: 'invalid', detail: { problem } } });
});

test.each([
  ['names a donation of another journey', { donationNumbers: ['A999926000001', 'A999926000999'] }, 'closed'],
  ['names none', { donationNumbers: undefined }, 'unknown'],
])('a certificate that %s is never signed', (_, more, status) => {
  expect(sign(more)).toMatchObject({
    refusal: { code: 'forbidden', detail: { gates: [{ gate: 'donations-collected', class: 'never', status }] } },
  });
});

test('a donation is compared as a value: scanned, or typed with its check character', () => {
  const scene = sceneOf('Check certificate').journey;
  const step = scene.step('Check certificate');
  const given = evidenceOf(step, 'certified', scene);
  const [donation] = z.tuple([z.string()]).parse(given.donationNumbers);
  const check = donationCheckCharacter(donationNumberSchema.parse(donation));
  const evidence = { ...given, donationNumbers: [`a9999 26 000001 ${check}`, `=${donation}00`] };
  expect(scene.sign(step, 'certified', { evidence }).ok).toBe(true);
  expect(scene.step('Check certificate').decision?.evidence.donationNumbers).toEqual([donation, donation]);
});

test('where nothing is collected a certificate names no donation, and is refused with one', () => {
  const walk = new Walk({ protocol: WITHOUT_COLLECTION });
  const step = walk.to('Check certificate');
  const given = evidenceOf(step, 'certified', walk.journey);
  const named = walk.journey.sign(step, 'certified', { evidence: { ...given, donationNumbers: ['A999926000001'] } });
  expect(named).toMatchObject({ refusal: { code: 'forbidden' } });
  expect(walk.journey.sign(step, 'certified', { evidence: given }).ok).toBe(true);
});

test('a batch of as many containers as the protocol allows is certified', () => {
  expect(containersPerBatch(PROTOCOL)).toEqual({ min: 1, max: 3 });
  expect(sign({ containers: bags(3) }).ok).toBe(true);
});
