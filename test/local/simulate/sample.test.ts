import { expect, test } from 'vitest';
import { hospitalPeople } from '../../../local/hospital/hospital-people.ts';
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
  // Told are the people of the demo hospital, by themselves or by the mailbox of their team.
  const known = new Set(hospitalPeople().map(({ id }) => id));
  expect(Object.keys(sums.mails).filter((reader) => !known.has(reader) && !reader.startsWith('team@'))).toEqual([]);
  expect(Object.keys(sums.renewals).length).toBeGreaterThan(0);
  expect(again).toEqual(sums);
});
