import { expect, test } from 'vitest';
import { isOpenByNow, qualityGates, waysPast } from '../../../local/simulate/closed-gates.ts';

const refusedBy = (...gates: readonly string[]) => ({
  status: 403,
  body: { detail: { gates: gates.map((gate) => ({ gate, status: 'closed' })) } },
});

test('only gates that ask a register, or who is competent, are of the quality system', () => {
  expect(qualityGates(refusedBy('site-ready', 'not-held', 'competent'))).toEqual(['site-ready', 'competent']);
  expect(qualityGates({ ...refusedBy('site-ready'), status: 422 })).toEqual([]);
  expect(qualityGates({ status: 403, body: { detail: { problem: 'same-person' } } })).toEqual([]);
});

test('whoever comes to exempt somebody after the owner renewed it is told that the gate is open', () => {
  const answered = (problem: string) => ({ status: 400, body: { detail: { problem } } });
  expect(isOpenByNow(answered('gate-open'))).toBe(true);
  expect(isOpenByNow(answered('same-person'))).toBe(false);
  expect(isOpenByNow(refusedBy('site-ready'))).toBe(false);
});

test('people wait for the owner first; then quality assurance exempts, once', () => {
  const past = [0, 1, 2, 3].map((tries) =>
    waysPast(['site-ready'], { step: 'Place the order', tries, performer: 'dr' }),
  );
  expect(past.map((answers) => answers.map(({ as }) => as))).toEqual([[], [], ['qa'], []]);
});

test('on the day of treatment two go on together at once; before it a competent colleague is awaited', () => {
  const at = (step: 'Give the product' | 'Check the order') =>
    waysPast(['competent'], { step, tries: 0, performer: 'lab' }).map(({ as }) => as);
  expect(at('Give the product')).toEqual(['physician', 'pharmacist']);
  expect(at('Check the order')).toEqual([]);
});
