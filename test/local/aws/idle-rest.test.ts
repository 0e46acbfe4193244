import { expect, test } from 'vitest';
import { IdleRest } from '../../../local/aws/idle-rest.ts';

const delivered = (rest: IdleRest, times: number): number[] =>
  Array.from({ length: times }, (_, index) => index + 1).filter(() => {
    if (rest.mayRest('sweep')) return false;
    rest.delivered('sweep');
    return true;
  });

test('while nothing is done, every 28th occurrence is delivered all the same', () => {
  expect(delivered(new IdleRest(() => 7), 60)).toEqual([1, 29, 57]);
});

test('after anything was done the next occurrence is delivered', () => {
  let work = 0;
  const rest = new IdleRest(() => work);
  expect(delivered(rest, 3)).toEqual([1]);
  work += 1;
  expect(delivered(rest, 3)).toEqual([1]);
});

test('what a delivery itself does is work for the next', () => {
  let work = 0;
  const rest = new IdleRest(() => work);
  rest.mayRest('sweep');
  rest.delivered('sweep');
  work += 1;
  expect(rest.mayRest('sweep')).toBe(false);
});
