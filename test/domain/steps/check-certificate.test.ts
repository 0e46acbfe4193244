import { expect, test } from 'vitest';
import * as z from 'zod';
import { protocols } from '../../../lambdas/adapters/protocols.ts';
import { donationCheckCharacter, donationNumberSchema } from '../../../lambdas/domain/identifiers/donation-number.ts';
import { contentOf } from '../../../lambdas/domain/journey/content.ts';
import { containersPerBatch } from '../../../lambdas/domain/protocol/accessors.ts';
import { releaseLimits } from '../../../lambdas/domain/protocol/jurisdiction-accessors.ts';
import { PROTOCOL, WITHOUT_COLLECTION } from '../../support/builders.ts';
import { evidenceOf, resultsOf } from '../../support/evidence.ts';
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
  ['with a pending test of years ago', { pendingTests: [{ test: 's', dueOn: '2016-12-10' }] }, 'not-ahead'],
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

const rowsWith = (test: string, changes: Readonly<Record<string, unknown>>) =>
  resultsOf(PROTOCOL).map((row) => (row.test === test ? { ...row, ...changes } : row));
const beads = (result: number, more: Readonly<Record<string, unknown>> = {}) => [
  ...resultsOf(PROTOCOL),
  { test: 'residual-beads', result, unit: 'beads/3·10^6 cells', ...more },
];

test.each([
  ['outside the limit of the certificate', rowsWith('viability', { result: 79 }), 'out-of-specification'],
  ['outside the limit of the protocol', beads(51), 'out-of-specification'],
  ['outside that of the protocol, which is the stricter', beads(51, { atMost: 100 }), 'out-of-specification'],
  ['without any limit', rowsWith('viability', { atLeast: undefined }), 'limit-missing'],
  ['in another unit', rowsWith('viable-cells', { unit: '%' }), 'other-unit'],
  ['of a component the product has not', rowsWith('viability', { component: 'CD8' }), 'not-a-component'],
  ['stated twice', [...resultsOf(PROTOCOL), ...resultsOf(PROTOCOL)], 'result-twice'],
  ['that is not there', resultsOf(PROTOCOL).slice(1), 'result-missing'],
  ['of another test without its name', rowsWith('viability', { test: 'other' }), 'required'],
])('a batch with a result %s is not certified', (_, results, problem) => {
  const { length } = journey.events;
  expect(sign({ results })).toMatchObject({ refusal: { code: 'invalid', detail: { problem } } });
  expect(journey.events.length).toBe(length);
});

test('the refusal names the result, what was got and what was expected', () => {
  expect(sign({ results: beads(51, { atMost: 45 }) })).toMatchObject({
    refusal: { message: expect.stringContaining('residual-beads: got 51 beads/3·10^6 cells, expected ≤ 45') },
  });
  expect(sign({ resultsInWords: [{ test: 'sterility', stated: 'growth', expected: 'No growth' }] })).toMatchObject({
    refusal: { message: expect.stringContaining('sterility: got growth, expected No growth') },
  });
});

test('what a batch failed by is recorded with the decision that follows', () => {
  const scene = sceneOf('Check certificate').journey;
  const resultsOutside = ['viability 61 %, at least 80 %'];
  const evidence = { explanation: 'out of specification', resultsOutside };
  expect(scene.sign(scene.step('Check certificate'), 'remake', { evidence }).ok).toBe(true);
  expect(scene.step('Check certificate').decision?.evidence).toMatchObject({ resultsOutside });
});

test('of a product of several components each has its own results', () => {
  const two = protocols.latest('breyanzi');
  if (!two.ok) throw new Error(two.refusal.message);
  const walk = new Walk({ protocol: two.value });
  const step = walk.to('Check certificate');
  const given = evidenceOf(step, 'certified', walk.journey);
  const all = resultsOf(two.value);
  const certify = (results: unknown) => walk.journey.sign(step, 'certified', { evidence: { ...given, results } });
  expect(all.map(({ component }) => component)).toEqual(['CD8', 'CD8', 'CD4', 'CD4']);
  expect(certify(all.slice(0, 3))).toMatchObject({
    refusal: { message: expect.stringContaining('viability of CD4'), detail: { problem: 'result-missing' } },
  });
  const low = all.map((row) => (row.component === 'CD4' && row.test === 'viability' ? { ...row, result: 70 } : row));
  expect(certify(low)).toMatchObject({
    refusal: { message: expect.stringContaining('viability of CD4: got 70 %, expected ≥ 80') },
  });
  expect(certify(all).ok).toBe(true);
});

test('a limit of the protocol that is for one component holds that one alone, and is shown with it; any other holds each', () => {
  const two = protocols.latest('breyanzi');
  if (!two.ok) throw new Error(two.refusal.message);
  const { outOfSpecification } = two.value;
  if (outOfSpecification === undefined) throw new Error('expected a route for what is out of specification');
  const least = (component: string | undefined, value: number) => ({
    name: 'viability',
    ...(component === undefined ? {} : { component }),
    limit: { min: { value, unit: '%' as const, source: 'site', certainty: 'site-default' as const } },
  });
  const held = (...limits: readonly ReturnType<typeof least>[]) => {
    const protocol = { ...two.value, outOfSpecification: { ...outOfSpecification, limits: [...limits] } };
    const walk = new Walk({ protocol });
    const step = walk.to('Check certificate');
    const shown = contentOf(walk.journey.state, step, protocol).facts.filter(({ label }) => label === 'releaseLimit');
    const signed = walk.journey.sign(step, 'certified');
    return [shown.map(({ of }) => of), signed.ok ? 'certified' : signed.refusal.message];
  };
  // Every component of the certificate has 90 % living cells.
  expect(held(least('CD8', 85), least(undefined, 80))).toEqual([['viability#CD8', 'viability'], 'certified']);
  expect(held(least('CD4', 95))).toEqual([
    ['viability#CD4'],
    expect.stringContaining('viability of CD4: got 90 %, expected ≥ 95'),
  ]);
});

test('a limit of another jurisdiction is not applied, one of all is shown before anybody signs', () => {
  const { facts } = contentOf(journey.state, journey.step('Check certificate'), PROTOCOL);
  expect(facts.filter(({ label }) => label === 'releaseLimit')).toEqual([
    { label: 'releaseLimit', value: '≤ 50', of: 'residual-beads' },
  ]);
  expect(releaseLimits(PROTOCOL, 'US')).toContainEqual({ test: 'viability', atLeast: 80, atMost: undefined });
});

test('a batch of as many containers as the protocol allows is certified', () => {
  expect(containersPerBatch(PROTOCOL)).toEqual({ min: 1, max: 3 });
  expect(sign({ containers: bags(3) }).ok).toBe(true);
});
