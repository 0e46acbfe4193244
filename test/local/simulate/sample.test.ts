import { expect, test } from 'vitest';
import { simulate } from '../../../local/simulate/simulate.ts';

/** By this seed: one is not eligible, one dies while the product is given. */
const sample = {
  journeys: 2,
  seed: 174_246,
  protocols: ['kymriah', 'yescarta'],
  sites: ['university-hospital', 'eye-clinic'],
};

test('the same seed gives the same figures, every journey comes to its end, and every chain verifies', async () => {
  const told: number[] = [];
  const [sums, again] = await Promise.all([
    simulate({ ...sample, onProgress: (ended) => told.push(ended) }),
    simulate(sample),
  ]);
  expect(sums).toMatchObject({ stuck: [], broken: [], faults: [], finished: 2, verified: 2 });
  expect(sums.outcomes).toEqual({ died: 1, rejected: 1 });
  expect(told).toEqual([1, 2]);
  // Signed and told at the sites where they were ordered, by and to the people of those sites.
  expect(Object.keys(sums.mails).some((reader) => reader.endsWith('.eye-clinic'))).toBe('eye-clinic' in sums.sites);
  expect(again).toEqual(sums);
});
