import { expect, test } from 'vitest';
import { renderSignOffPage } from '../../lambdas/pages/sign-off-page.ts';
import { formFor, pairsOf } from './support/controls.ts';
import { viewOf } from './support/views.ts';

const STEP = 'Account for every container';
const known = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, place) => [`evidence.accounts.${place}.container`, [`BAG-${place}`]] as const),
  );
/** The form up to its second list, and from there. */
const listsOf = (html: string) => html.split(/(?=<[^>]*id="accounted-evidence-donationAccounts")/);
const rowsOf = (html: string) => html.match(/<fieldset class="row">/g)?.length;

test('one blank row stands open, a few more below it', () => {
  const [containers = '', donations = ''] = listsOf(renderSignOffPage(viewOf(STEP), 'en'));
  for (const [list, name] of [
    [containers, 'evidence.accounts.0.batch'],
    [donations, 'evidence.donationAccounts.0.donationNumber'],
  ] as const) {
    expect(rowsOf(list)).toBe(4);
    const [open = '', more = ''] = list.split('<details class="more">');
    expect(rowsOf(open)).toBe(1);
    expect(rowsOf(more)).toBe(3);
    expect(open).toContain(`name="${name}"`);
  }
});

test('rows that are known stand filled in, and an error is at the field of its row', () => {
  const view = viewOf(STEP, { prefilled: { accounted: known(2) } });
  expect(
    new Map(pairsOf(formFor(renderSignOffPage(view, 'en'), 'accounted'))).get('evidence.accounts.1.container'),
  ).toBe('BAG-1');
  const html = renderSignOffPage(view, 'en', {
    message: 'check-fields',
    fieldErrors: { 'evidence.accounts.1.fate': 'choose-one' },
    values: { decision: ['accounted'], ...known(2) },
  });
  expect(html).toContain('<a href="#accounted-evidence-accounts-1-fate">What became of it: please choose');
  expect(html).toMatch(/class="field in-error" id="accounted-evidence-accounts-1-fate"/);
});

test('what a row asks is explained in the first one, where every other refers to', () => {
  const html = renderSignOffPage(viewOf('Release the collection'), 'en');
  const referred = [...html.matchAll(/aria-describedby="([^" ]*-collectedOn-hint)"/g)].map(([, id]) => id);
  expect(referred).toHaveLength(8);
  expect(new Set(referred).size).toBe(2);
  for (const id of new Set(referred)) expect(html.split(`id="${id}"`)).toHaveLength(2);
});

test('no more rows are offered than the list may have', () => {
  const html = renderSignOffPage(viewOf(STEP, { prefilled: { accounted: known(49) } }), 'en');
  expect(rowsOf(listsOf(html)[0] ?? '')).toBe(50);
});
