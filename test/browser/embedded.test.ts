import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkIn } from '../../local/scenario/people.ts';
import { EXAMPLE_PIN } from '../../local/scenario/staff.ts';
import { CHAIN_OF_IDENTITY } from '../../scenarios/usual-answers.ts';
import { answer, type Bench, links, startBench } from '../sign-off/bench.ts';
import { launchChromium } from './chromium.ts';
import { fitsWidth, tabTo, typeInto, typeTime } from './keyboard.ts';

let browser: Browser;
let bench: Bench;
let screenshots: string;

beforeAll(async () => {
  screenshots = join(tmpdir(), `atmp-screenshots-${process.getuid?.() ?? 0}`);
  await mkdir(screenshots, { recursive: true });
  [bench, browser] = await Promise.all([startBench(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await bench?.stop();
});

/** Opens a page as on a phone; whatever the browser complains about (a refused style, a failed load) fails the test. */
async function onPhone(url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(url);
  expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
  return page;
}

const shoot = async (page: Page, name: string): Promise<void> => {
  expect(await fitsWidth(page)).toBe(true);
  await page.screenshot({ path: join(screenshots, `embedded-${name}.png`), fullPage: true });
};

const press = (page: Page, key: string) => Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);

/** Types user id and PIN into the open form and signs. */
async function sign(page: Page, pin: string): Promise<void> {
  const signer = 'details[open] [name="signer"]';
  await tabTo(page, signer);
  if ((await page.inputValue(signer)) === '') await page.keyboard.type('physician');
  await typeInto(page, 'details[open] [name="pin"]', pin);
  await tabTo(page, 'details[open] button');
  await press(page, 'Enter');
}

test('from the mail to the signature on a phone, by keyboard; a wrong PIN costs nothing but the PIN', async () => {
  await bench.world.settle();
  const mails = bench.stack.outbox();
  const mail = mails.find(({ subject }) => subject.includes('Confirm eligibility'));
  expect(mail?.html).toContain(linkIn(mail?.text ?? '') ?? 'a link');
  const page = await onPhone(`${bench.stack.url}${linkIn(mail?.text ?? '')}`);
  await shoot(page, 'eligibility');

  await tabTo(page, 'details:nth-of-type(1) > summary');
  await page.keyboard.press('Enter');
  await typeInto(page, 'details[open] [name="evidence.indication"]', 'DLBCL, third line');
  await typeInto(page, 'details[open] [name="evidence.decisionReference"]', 'MDT-2027-014');
  await tabTo(page, 'details[open] [name="evidence.startingMaterial"]');
  await page.keyboard.press('Space');
  await sign(page, '135791');

  expect(await page.title()).toMatch(/^Not recorded: Confirm eligibility/);
  expect(await page.textContent('#problem')).toContain('User id and PIN do not belong together');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('problem');
  expect(await page.inputValue('details[open] [name="evidence.indication"]')).toBe('DLBCL, third line');
  expect(await page.inputValue('details[open] [name="pin"]')).toBe('');
  await shoot(page, 'wrong-pin');

  await sign(page, EXAMPLE_PIN);
  expect(await page.textContent('h1')).toBe('Recorded');
  await shoot(page, 'recorded');
  await page.context().close();

  // The signature reached the state machine: with consent given as well, the next phase asks its first step.
  await answer(bench, await bench.linkTo('Confirm consent'));
  await bench.world.settle();
  const next = bench.stack.outbox(mails.length);
  expect(next.map(({ subject }) => subject).join()).toContain('Record apheresis');
});

test('a link opened again after it was signed shows what was signed, in German as well', async () => {
  const [first = ''] = await links(bench);
  const page = await onPhone(`${bench.stack.url}${first}`);
  await tabTo(page, 'a[hreflang="de"]');
  await press(page, 'Enter');
  expect(await page.getAttribute('html', 'lang')).toBe('de');
  expect(await page.textContent('.banner')).toContain('Geeignet, unterzeichnet von physician');
  expect(await page.locator('form').count()).toBe(0);
  await shoot(page, 'decided-de');
  await page.context().close();
});

test('the bedside checklist goes on from item to item in German, and asks for the identity where it must', async () => {
  const link = await bench.linkTo('Give the product');
  const page = await onPhone(`${bench.stack.url}${link}?lang=de`);
  const item = (position: number) => `.checklist li:nth-of-type(${position}) summary`;
  await tabTo(page, item(2));
  await page.keyboard.press('Enter');
  expect(await page.locator('details[open] [name^="evidence.chainOfIdentity"]').count()).toBe(0);
  await typeTime(page, 'details[open] [name="occurredAt"]', '2027-01-11T08:40');
  await sign(page, EXAMPLE_PIN);
  expect(page.url()).toContain('?lang=de#checklist-title');
  expect(await page.textContent('.checklist li:nth-of-type(2)')).toContain('Dokumentiert von physician');
  // Reloading after an item was signed asks nothing and posts nothing.
  await page.reload();
  expect(await page.textContent('main')).toContain('1 von 6 dokumentiert');

  await tabTo(page, item(4));
  await page.keyboard.press('Enter');
  const field = (name: string) => `details[open] [name="evidence.chainOfIdentity.${name}"]`;
  await typeInto(page, field('issuer'), CHAIN_OF_IDENTITY.issuer);
  await typeInto(page, field('scheme'), CHAIN_OF_IDENTITY.scheme);
  await typeInto(page, field('value'), 'CHA999926000002');
  await typeTime(page, 'details[open] [name="occurredAt"]', '2027-01-11T08:50');
  await sign(page, EXAMPLE_PIN);
  expect(await page.textContent('#problem')).toContain('rufen Sie die Qualitätssicherung');
  await shoot(page, 'identity-differs-de');
  await page.context().close();
});
