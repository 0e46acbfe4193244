import { expect, test } from 'vitest';
import { renderSignOffPage } from '../../lambdas/pages/sign-off-page.ts';
import { viewOf } from './support/views.ts';

const correction = {
  what: 'infusion-started',
  from: '2026-12-01T17:12:00.000Z',
  to: '2026-12-01T17:11:00.000Z',
  by: 'operator-1',
  at: '2026-12-02T08:30:00.000Z',
  reason: 'Read from the log of the pump.',
};
const page = (signedAgain: boolean): string =>
  renderSignOffPage(
    viewOf('Give the product', { status: 'decided', corrections: [{ ...correction, signedAgain }] }),
    'en',
  );

test('a signed page says what of it was corrected: both values in the time of the site, who, when, why', () => {
  const text = page(false);
  for (const part of ['18:12', '18:11', 'operator-1', '09:30', 'Read from the log of the pump.']) {
    expect(text).toContain(part);
  }
});

test('it says whether it was signed again', () => {
  expect(page(false)).toContain('not signed again yet');
  expect(page(true)).not.toContain('not signed again yet');
});

test('a page of which nothing was corrected says nothing of it', () => {
  expect(renderSignOffPage(viewOf('Give the product', { status: 'decided' }), 'en')).not.toContain('orrected');
});
