import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderRegisterEntryPage } from '../../lambdas/pages/register-entry-page.ts';
import { renderRegisterPage } from '../../lambdas/pages/register-page.ts';
import { renderRegistersPage } from '../../lambdas/pages/registers-page.ts';
import { entryOf, registerOf, registersView } from '../pages/support/register-views.ts';
import { launchChromium } from './chromium.ts';
import { fitsWidth } from './keyboard.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

test.each([
  ['on a phone, where each row is a card that names its columns', { width: 390, height: 844 }, false],
  ['on a desk, where rows stand beneath the titles of their columns', { width: 1280, height: 900 }, true],
])('registers fit the width %s, and on paper have no form', async (_, viewport, isTable) => {
  const page = await browser.newPage({ viewport });
  for (const html of [renderRegistersPage(registersView, 'de'), renderRegisterPage(registerOf(1), 'de')]) {
    await page.setContent(html);
    expect(await fitsWidth(page)).toBe(true);
    expect(await page.getByRole('columnheader').count()).toBeGreaterThan(3);
    const title = await page
      .locator('td')
      .first()
      .evaluate((cell) => getComputedStyle(cell, '::before').content);
    expect(title === 'none').toBe(isTable);
  }
  await page.setContent(renderRegisterEntryPage(entryOf(2, 3), 'de'));
  expect(await fitsWidth(page)).toBe(true);
  expect(await page.isVisible('form.filter')).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await page.isVisible('form.filter')).toBe(false);
  await page.close();
});
