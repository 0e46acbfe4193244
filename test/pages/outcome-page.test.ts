import { expect, test } from 'vitest';
import { renderOutcomePage } from '../../lambdas/pages/outcome-page.ts';
import { LANGUAGES, OUTCOME_STATUSES } from '../../lambdas/pages/views.ts';

test.each(OUTCOME_STATUSES)('%s says what happened and what to do, in every language', (status) => {
  const pages = LANGUAGES.map((language) => renderOutcomePage({ status, language, backTo: '/sign-offs/abc' }));
  for (const page of pages) {
    expect(page).toMatch(/<h1>[^<]{5,}<\/h1>/);
    expect(page).not.toMatch(/undefined|<script/);
    expect(page).toContain('href="/sign-offs/abc?lang=');
  }
  expect(new Set(pages).size).toBe(LANGUAGES.length);
});

test('title and message given are escaped', () => {
  const evil = '<script>alert(1)</script>';
  const page = renderOutcomePage({ status: 'recorded', language: 'en', title: evil, message: evil, journeyId: evil });
  expect(page).not.toContain('<script');
});
