import { expect, test } from 'vitest';
import { isReviewed } from '../../lambdas/domain/language.ts';
import { meaningsOf } from '../../lambdas/domain/steps/meanings.ts';
import { dictionary } from '../../lambdas/pages/i18n/dictionary.ts';
import { renderMail } from '../../lambdas/pages/mail/mail.ts';
import type { MailNotice } from '../../lambdas/pages/mail-views.ts';
import { numberText } from '../../lambdas/pages/number-text.ts';
import { renderOutcomePage } from '../../lambdas/pages/outcome-page.ts';
import { renderSignOffPage } from '../../lambdas/pages/sign-off-page.ts';
import { LANGUAGES } from '../../lambdas/pages/views.ts';
import { noticeOf, viewOf, ZONE } from './support/views.ts';

const reviewed = LANGUAGES.filter(isReviewed);
const unreviewed = LANGUAGES.filter((language) => !isReviewed(language));
const { go = '' } = meaningsOf('Give GO for thaw');
const DIGEST: MailNotice = { notice: 'digest', class: 'due', lines: [noticeOf({ step: 'Confirm consent' })] };
const PROOF: MailNotice = {
  notice: 'prove-address',
  class: 'info',
  at: '2026-12-01T07:10:00.000Z',
  zone: ZONE,
  reader: 'j.doe',
  link: 'https://journeys.hospital.example/addresses/proof',
};

test('English and German are reviewed, French and Spanish are not', () => {
  expect(reviewed).toEqual(['en', 'de']);
  expect(unreviewed).toEqual(['fr', 'es']);
});

test.each(unreviewed)('every page in %s says that nobody reviewed it, and leads to English', (language) => {
  const { unreviewed: note } = dictionary(language).page;
  for (const html of [
    renderSignOffPage(viewOf('Give GO for thaw'), language),
    renderOutcomePage({ status: 'recorded', language }),
  ]) {
    expect(html).toContain(`<p class="unreviewed">${note} <a href="?lang=en" hreflang="en">`);
  }
});

test.each(unreviewed)('what is signed and recorded stands in English beneath its translation in %s', (language) => {
  const open = renderSignOffPage(viewOf('Give GO for thaw'), language);
  const { meanings } = dictionary(language).steps['Give GO for thaw'];
  expect(open).toContain(`${meanings.go}<span class="recorded" lang="en">${go}</span>`);
  const decided = { decision: 'go', by: 'j.doe', at: '2026-12-01T07:10:00.000Z', meaning: go };
  const done = renderSignOffPage(viewOf('Give GO for thaw', { status: 'decided', decided }), language);
  expect(done).toContain(`${meanings.go}<span class="recorded" lang="en">${go}</span>`);
  const paper = renderSignOffPage(viewOf('Give GO for thaw', { fromPaper: true }), language);
  expect(paper).toContain(`<span class="recorded" lang="en">${dictionary('en').page.enteredFromPaper}</span>`);
});

test.each(reviewed)('in %s there is neither note nor second sentence', (language) => {
  const html = renderSignOffPage(viewOf('Give GO for thaw'), language);
  expect(html).not.toMatch(/<p class="unreviewed"|<span class="recorded"/);
});

test.each(LANGUAGES)('a mail in %s says so where it is so', (language) => {
  const { unreviewed: note } = dictionary(language).page;
  for (const notice of [noticeOf({ step: 'Confirm consent' }), DIGEST, PROOF]) {
    const { text, html } = renderMail(notice, language);
    expect([text.includes(note), html.includes(note)]).toEqual([!isReviewed(language), !isReviewed(language)]);
  }
});

test('numbers have the decimal mark of their language and every digit that was recorded', () => {
  expect(LANGUAGES.map((language) => numberText(12345.0625, language))).toEqual([
    '12345.0625',
    '12345,0625',
    '12345,0625',
    '12345,0625',
  ]);
});
