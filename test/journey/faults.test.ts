import { expect, it } from 'vitest';
import { playUnderFaults } from '../support/faulty-play.ts';
import { short } from '../support/stage-scenario.ts';

const seed = Number(process.env.SEED ?? 1);

it('holds what must hold when everything goes wrong now and then', async () => {
  const { broken, made } = await playUnderFaults(short, 'all', { seed });
  expect(broken).toEqual([]);
  expect(made.size).toBeGreaterThan(5);
});

it('goes on after its tables were put back to an hour ago, when a decision of that hour is signed once more', async () => {
  const { broken } = await playUnderFaults(short, 'none', { seed, restoredAfter: [2, 6] });
  expect(broken).toEqual([]);
});
