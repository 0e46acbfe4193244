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

const read = {
  gatesChanged: [{ gate: 'inspection-clean', step: 'Accept receipt' }],
  gatesStand: [
    { gate: 'not-expired', step: 'Accept receipt' },
    { gate: 'not-expired', step: 'Give GO for thaw' },
  ],
  clocksMoved: ['product expires'],
  clocksStand: ['window after conditioning ends'],
  documents: ['discharge-letter'],
} as const;

test('it names the gates, clocks and documents that read the value: what changed, and what stands', () => {
  const noted = { ...correction, signedAgain: false, read };
  const text = renderSignOffPage(viewOf('Give the product', { status: 'decided', corrections: [noted] }), 'en');
  for (const line of [
    'Gates whose verdict changed: Inspection without finding (Accept receipt)',
    'Clocks that moved: product expires',
    'Gates that read it and stand: Product not expired (Accept receipt, Give GO for thaw)',
    'Clocks that read it and stand: window after conditioning ends',
    'Documents made from it: Discharge letter',
  ]) {
    expect(text).toContain(line);
  }
  expect(text).not.toContain('once it is signed');
});

test('a step that rests on what was corrected elsewhere stands, and says so with both values', () => {
  const elsewhere = {
    ...correction,
    ...{ what: 'certified', path: 'expiresOn', from: '2027-08-27', to: '2027-08-30', signedAgain: false, waits: true },
    of: 'Check certificate',
    ...{ gatesHere: ['not-expired'] },
  } as const;
  const view = viewOf('Give GO for thaw', { status: 'decided', correctedSince: [elsewhere] });
  const text = renderSignOffPage(view, 'en');
  for (const part of [
    'Corrected since this was signed',
    'Check certificate: ',
    '2027-08-27 → 2027-08-30',
    'Once it is signed; until then the stricter value counts',
    'Gates that were asked here: Product not expired',
  ]) {
    expect(text).toContain(part);
  }
});

test('a form that takes a PIN is not offered where a PIN is too little: the page says whom to ask', () => {
  const value = { id: '1 - x', what: 'ordered', text: 'x' };
  const correcting = { action: '/a', formToken: 't', values: [value] };
  const formOf = (pinIsTooLittle: boolean): string =>
    renderSignOffPage(
      viewOf('Place the order', { opened: 'correct', correcting: { ...correcting, pinIsTooLittle } }),
      'en',
    );
  expect(formOf(false)).toContain('id="correct-pin"');
  expect(formOf(true)).not.toContain('id="correct-pin"');
  expect(formOf(true)).toContain('a PIN is not enough');
});
