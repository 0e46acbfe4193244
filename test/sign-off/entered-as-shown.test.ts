import { expect, test } from 'vitest';
import { isEnteredAsShown } from '../../lambdas/browser/intent.ts';

const AT = '2027-01-11T08:00:00.000Z';
const intent = (...entered: { field: string; by: string; at: string }[]) => ({
  ...{ signer: 'ben', decision: 'eligible', contentHash: 'h', nonce: 'n' },
  entered,
});
const BATCH = { field: 'evidence.batch', by: 'ana', at: AT };

test('nothing is signed as filled in by somebody of whom the page does not say so', () => {
  const shown = [`evidence.batch ana ${AT}`, `reason ana ${AT}`];
  expect(isEnteredAsShown(intent(BATCH), shown)).toBe(true);
  expect(isEnteredAsShown(intent(), shown)).toBe(true);
  expect(isEnteredAsShown(intent({ ...BATCH, by: 'cleo' }), shown)).toBe(false);
  expect(isEnteredAsShown(intent({ ...BATCH, at: '2027-01-11T09:00:00.000Z' }), shown)).toBe(false);
  expect(isEnteredAsShown(intent(BATCH), [])).toBe(false);
});
