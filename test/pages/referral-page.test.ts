import { expect, test } from 'vitest';
import { referralFields } from '../../lambdas/domain/referral/referral.ts';
import { orderMatch as german } from '../../lambdas/pages/i18n/de/order-match.ts';
import { dictionary } from '../../lambdas/pages/i18n/dictionary.ts';
import { orderMatch as english } from '../../lambdas/pages/i18n/en/order-match.ts';
import { type ReferralView, referralForm, renderReferralPage } from '../../lambdas/pages/referral-page.ts';
import { LANGUAGES } from '../../lambdas/pages/views.ts';

const view = (change: Partial<ReferralView> = {}): ReferralView => ({
  sites: [
    { id: 'site-1', name: 'University <Hospital>', zone: 'Europe/Berlin' },
    { id: 'site-2', name: 'Clinic', zone: 'Europe/Berlin' },
  ],
  protocols: [{ id: 'p1', name: 'Product' }],
  issuers: [],
  nonce: 'nonce-1',
  action: '?lang=en',
  ...change,
});

test.each(LANGUAGES)('every field has a label of its own, is bound to it, and asked for (%s)', (language) => {
  const html = renderReferralPage(view(), language);
  const { referral } = dictionary(language);
  expect(Object.keys(referral.fields).toSorted()).toEqual(Object.keys(referralFields().shape).toSorted());
  for (const label of Object.values(referral.fields)) expect(html).toContain(label);
  for (const { name, kind } of referralForm(view()).filter((field) => field.kind !== 'choice')) {
    const id = `referral-${name.replaceAll('.', '-')}`;
    expect(html, `${name} (${kind})`).toMatch(new RegExp(`<label for="${id}">`));
    expect(html).toMatch(new RegExp(`<input[^>]*id="${id}"[^>]*required`));
  }
  expect(html).toContain(`<html lang="${language}">`);
  expect(html).toContain(referral.meaning);
});

test('choices are shown by name and posted by id, and names are escaped', () => {
  const html = renderReferralPage(view({ issuers: [{ id: 'urn:oid:1', name: 'Hospital record' }] }), 'en');
  expect(html).toContain('University &lt;Hospital>');
  expect(html).toMatch(/<input type="radio"[^>]*name="referral\.site" value="site-2"/);
  expect(html).toMatch(/<input type="radio"[^>]*name="referral\.identifierSystem" value="urn:oid:1"/);
  expect(html).toMatch(/name="nonce" value="nonce-1"/);
  expect(html).not.toMatch(/<script|onload|javascript:/i);
});

test('what was typed is shown again where something is wrong, with the error at its field; never the PIN', () => {
  const html = renderReferralPage(view(), 'de', {
    message: 'check-fields',
    fieldErrors: { 'referral.birthDate': 'other-birth-date' },
    values: { 'referral.patientName': ['Erin "Example"'], 'referral.protocol': ['p1'], pin: ['246810'] },
  });
  expect(html).toMatch(/value="Erin &quot;Example&quot;"/);
  expect(html).toMatch(/<input[^>]*value="p1"[^>]*checked/);
  expect(html).toContain('href="#referral-referral-birthDate"');
  expect(html).toContain(dictionary('de').referral.fieldProblems['other-birth-date']);
  expect(html).not.toContain('246810');
});

test('where no therapy may be used, nothing is asked', () => {
  const html = renderReferralPage(view({ protocols: [] }), 'en');
  expect(html).toContain(dictionary('en').referral.nothingToOpen);
  expect(html).not.toContain('<form');
});

test('the match of an order has its words in both languages', () => {
  const keys = (texts: object): readonly string[] =>
    Object.entries(texts).flatMap(([key, value]) => (typeof value === 'object' ? [key, ...keys(value)] : [key]));
  const { meanings, ...step } = german.steps['Match the order'];
  expect(keys({ ...german, steps: { 'Match the order': step } })).toEqual(keys(english));
  expect(Object.keys(meanings)).toEqual(Object.keys(step.decisions));
});
