import { expect, test } from 'vitest';
import { formSchemas } from '../../lambdas/domain/sign-off/evidence-schemas.ts';
import { ACKNOWLEDGE_MEANING } from '../../lambdas/domain/steps/meanings.ts';
import { parseSignOffForm } from '../../lambdas/pages/form/parse.ts';
import { dictionary } from '../../lambdas/pages/i18n/dictionary.ts';
import { renderMail } from '../../lambdas/pages/mail/mail.ts';
import { rungOf } from '../../lambdas/pages/mail/step-mail.ts';
import { renderSignOffPage } from '../../lambdas/pages/sign-off-page.ts';
import { type JsonSchema, LANGUAGES } from '../../lambdas/pages/views.ts';
import { formFor, pairsOf } from './support/controls.ts';
import { noticeOf, viewOf, ZONE } from './support/views.ts';

const STEP = 'Discharge';
const urgent = { rung: 'overdue-unseen-2', toldAt: '2026-12-01T07:10:00.000Z' };
const base = { class: 'due', at: '2026-12-01T07:10:00.000Z', zone: ZONE, journeyId: '7K2MPX4QN' } as const;

test.each(LANGUAGES)('the page asks to acknowledge what is urgent, in %s, and nothing else does', (language) => {
  const html = renderSignOffPage(viewOf(STEP, { urgent }), language);
  const texts = dictionary(language).urgent;
  expect(html).toContain(texts.title);
  expect(html).toContain(texts.meaning);
  const calm = renderSignOffPage(viewOf(STEP), language);
  expect(calm).not.toContain(texts.meaning);
  const decided = renderSignOffPage(viewOf(STEP, { urgent, status: 'decided' }), language);
  expect(decided).not.toContain(texts.meaning);
});

test('the form posts what the sign-off takes', () => {
  const pairs = pairsOf(formFor(renderSignOffPage(viewOf(STEP, { urgent }), 'en'), 'acknowledge'));
  const typed = new Map([...pairs, ['signer', 'nurse'], ['pin', '246810']]);
  const body = new URLSearchParams([...typed]).toString();
  const schemas = formSchemas(STEP) as Readonly<Record<string, JsonSchema>>;
  expect(parseSignOffForm(body, schemas, ZONE)).toMatchObject({
    ok: true,
    submission: { decision: 'acknowledge', evidence: { rung: 'overdue-unseen-2' }, signer: 'nurse' },
  });
});

test('a wrong PIN is shown where it was typed, under the same section', () => {
  const values = { decision: ['acknowledge'], signer: ['nurse'] };
  const problem = { message: 'wrong-credential', fieldErrors: { pin: 'enter-again' }, values };
  const html = renderSignOffPage(viewOf(STEP, { urgent }), 'en', problem);
  expect(html).toContain('<a href="#acknowledge-pin">');
  expect(new Map(pairsOf(formFor(html, 'acknowledge'))).get('signer')).toBe('nurse');
});

test('what is shown in English is what is signed', () => {
  expect(dictionary('en').urgent.meaning).toBe(ACKNOWLEDGE_MEANING);
});

test('escalations of every rung are one family, and a mail that is urgent asks for a word on the page', () => {
  expect(['overdue-unseen-1', 'weekly-3-unseen-12', 'in-use-unseen-2'].map(rungOf)).toEqual(Array(3).fill('unseen'));
  expect(() => rungOf('unseen-of')).toThrow(RangeError);
  const mail = renderMail(noticeOf({ step: STEP, rung: 'overdue-unseen-1', class: 'critical' }), 'en');
  expect(mail.subject).toBe('URGENT 7K2MPX4QN Discharge: nobody has answered yet');
  expect(mail.text).toContain('acknowledge on the page');
  expect(renderMail(noticeOf({ step: STEP, rung: 'due', class: 'due' }), 'en').text).not.toContain('acknowledge');
});

test('who hears of a mail that did not arrive learns whose, by user id', () => {
  const { subject, text } = renderMail({ ...base, notice: 'mail-bounced', reader: 'p.smith' }, 'de');
  expect(subject).toBe('7K2MPX4QN E-Mail nicht zugestellt');
  expect(text).toContain('p.smith');
});

test('a warning of minutes names the container and until when, and asks for no acknowledgement', () => {
  const facts = [{ label: 'inUseUntil', value: '2026-12-01T08:10:00.000Z', of: 'thawed bag given: BAG-1' }];
  const warning = { step: 'Give the product', rung: 'in-use-ends-10-1-1', class: 'critical', facts } as const;
  for (const language of LANGUAGES) {
    const { text } = renderMail(noticeOf(warning), language);
    expect(text).toContain(dictionary(language).urgent.footerOfWarning);
    expect(text).not.toContain(dictionary(language).urgent.footer);
    expect(text).toMatch(/09:10.*\(thawed bag given: BAG-1\)/);
  }
});
