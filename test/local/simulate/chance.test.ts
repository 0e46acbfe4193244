import { expect, test } from 'vitest';
import { arrivalsOf, BATCH, batchesOf } from '../../../local/simulate/arrivals.ts';
import {
  BASE_RATES,
  MEAN_DAYS_BETWEEN_ORDERS,
  MEAN_DAYS_LATE,
  type RateName,
} from '../../../local/simulate/base-rates.ts';
import { chanceOf } from '../../../local/simulate/chance.ts';
import { sometimesLate } from '../../../local/simulate/lateness.ts';

const MANY = 4000;
const courses = Array.from({ length: MANY }, (_, index) => chanceOf(1, `course ${index}`));

test.each(Object.keys(BASE_RATES) as RateName[])('%s happens as often as its rate says', (rate) => {
  const { value } = BASE_RATES[rate];
  const share = courses.filter((chance) => chance.happens(rate, 'Step 1')).length / MANY;
  // Four standard deviations: a seeded draw either is within them or the sampling is wrong.
  expect(Math.abs(share - value)).toBeLessThan(4 * Math.sqrt((value * (1 - value)) / MANY));
});

test('a draw depends on seed, course and name, not on the draws before it', () => {
  const first = chanceOf(1, 'a').draw('x');
  const other = chanceOf(1, 'a');
  other.draw('y');
  expect(other.draw('x')).toBe(first);
  expect(new Set([first, chanceOf(2, 'a').draw('x'), chanceOf(1, 'b').draw('x'), other.draw('y')]).size).toBe(4);
});

const plan = { journeys: MANY, seed: 1, protocols: ['kymriah', 'yescarta'], sites: ['one', 'two'] };

test('orders come in one after the other, as far apart as said on average, to every site for every product', () => {
  const arrivals = arrivalsOf(plan);
  const times = arrivals.map(({ at }) => Date.parse(at));
  expect(times.toSorted((one, other) => one - other)).toEqual(times);
  const days = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 86_400_000 / MANY;
  expect(days / MEAN_DAYS_BETWEEN_ORDERS).toBeCloseTo(1, 1);
  const kinds = new Set(arrivals.map(({ protocol, site }) => `${protocol} ${site}`));
  expect(kinds.size).toBe(4);
});

test('batches hold every arrival once, and more journeys leave those before them as they were', () => {
  const batches = batchesOf(arrivalsOf({ ...plan, journeys: 50 }));
  expect(batches.flat().map(({ index }) => index)).toEqual(Array.from({ length: 50 }, (_, index) => index));
  expect(arrivalsOf({ ...plan, journeys: 60 }).slice(0, 50)).toEqual(batches.flat());
});

test('batches are full while there is much to play, and the last are small, so that no thread waits long for another', () => {
  const sizes = batchesOf(arrivalsOf({ ...plan, journeys: 400 })).map(({ length }) => length);
  expect(sizes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => BATCH));
  expect(sizes.toSorted((one, other) => other - one)).toEqual(sizes);
  expect(Math.max(...sizes.slice(-6))).toBeLessThanOrEqual(BATCH / 4);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(400);
});

test('people are late by whole days where they work office hours, never where the patient waits', () => {
  const answer = { decision: 'checked', after: '+2d 09:30' };
  const late = courses
    .map((chance) => sometimesLate(answer, chance, 'Check the order 1').after)
    .filter((after) => after !== answer.after)
    .map((after) => Number(/^\+(\d+)d 09:30$/.exec(after)?.[1]) - 2);
  expect(Math.min(...late)).toBe(1);
  const mean = late.reduce((sum, days) => sum + days, 0) / late.length;
  expect(mean).toBeGreaterThan(1);
  expect(mean).toBeLessThan(2 * MEAN_DAYS_LATE);
  for (const after of ['PT5M', '+1d 08:00!']) {
    const told = courses.map((chance) => sometimesLate({ ...answer, after }, chance, 'x').after);
    expect(new Set(told)).toEqual(new Set([after]));
  }
});
