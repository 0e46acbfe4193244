import { expect, test } from 'vitest';
import { simulate } from '../../../local/simulate/simulate.ts';

/** By this seed: one is treated and dies before a visit, one is not eligible, one withdraws consent, two die waiting. */
const sample = {
  journeys: 5,
  seed: 36_714,
  protocols: ['kymriah', 'yescarta'],
  sites: ['university-hospital', 'eye-clinic'],
};

test('the same seed gives the same figures, every journey comes to its end, and every chain verifies', async () => {
  const told: number[] = [];
  const [sums, again] = await Promise.all([
    simulate({ ...sample, onProgress: (ended) => told.push(ended) }),
    simulate(sample),
  ]);
  expect(sums).toMatchObject({ stuck: [], broken: [], faults: [], finished: 5, verified: 5 });
  expect(sums.outcomes).toEqual({ died: 3, rejected: 1, stopped: 1 });
  expect(Object.values(sums.veinToVein)).toEqual([1]);
  expect(told).toEqual([1, 2, 3, 4, 5]);
  // Signed and told at the sites where they were ordered, by and to the people of those sites.
  expect(Object.keys(sums.mails).some((reader) => reader.endsWith('.eye-clinic'))).toBe('eye-clinic' in sums.sites);
  expect(again).toEqual(sums);
});
