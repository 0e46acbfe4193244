import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderMail } from '../../lambdas/pages/mail/mail.ts';
import { noticeOf, viewOf } from '../pages/support/views.ts';
import { launchChromium } from './chromium.ts';
import { fitsWidth, tabTo, typeInto, typeTime } from './keyboard.ts';
import { type PageServer, servePages } from './page-server.ts';

let browser: Browser;
let server: PageServer;
let screenshots: string;

beforeAll(async () => {
  // Always the same folder: the last run is there to be looked at, and runs do not pile up.
  screenshots = join(tmpdir(), `atmp-screenshots-${process.getuid?.() ?? 0}`);
  await mkdir(screenshots, { recursive: true });
  server = await servePages({
    '/receipt': viewOf('Accept receipt'),
    '/go': viewOf('Give GO for thaw'),
    '/give': viewOf('Give the product'),
    '/visit': viewOf('Record follow-up visit'),
    '/account': viewOf('Account for every container'),
    '/certificate': viewOf('Check certificate'),
    '/eligible': viewOf('Confirm eligibility'),
    '/ship': viewOf('Ship the starting material'),
  });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(path: string, width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, javaScriptEnabled: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${server.url}${path}`);
  // The style is applied only if its hash is the one in the Content-Security-Policy.
  expect(complaints).toEqual([]);
  expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
  return page;
}

const shoot = (page: Page, name: string) => page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });

describe.each([360, 1280])('at %i px, by keyboard alone', (width) => {
  test('a receipt is read, accepted and signed', async () => {
    const page = await open('/receipt', width);
    await tabTo(page, 'details[name=decision]:nth-of-type(1) > summary');
    await page.keyboard.press('Enter');
    const form = 'details[open] form';
    await typeInto(page, `${form} [name="evidence.chainOfIdentity.issuer"]`, 'A9999');
    await typeInto(page, `${form} [name="evidence.chainOfIdentity.scheme"]`, 'isbt128');
    await typeInto(page, `${form} [name="evidence.chainOfIdentity.value"]`, 'CHA99992600O0I1');
    await typeInto(page, `${form} [name="evidence.batch"]`, 'B-1');
    await typeInto(page, `${form} [name="evidence.containers"]`, 'BAG-1\nBAG-2');
    for (const box of ['labelAgreesWithPatientRecord', 'documentsComplete']) {
      await tabTo(page, `${form} [name="evidence.${box}"]`);
      await page.keyboard.press('Space');
    }
    await typeInto(page, `${form} [name="evidence.storageDevice"]`, 'LN2-3');
    await typeInto(page, `${form} [name="evidence.storagePosition"]`, 'LN2-3/A4');
    await typeTime(page, `${form} [name="occurredAt"]`, '2026-12-01T08:10');
    await typeInto(page, `${form} [name="signer"]`, 'ph.c');
    await typeInto(page, `${form} [name="pin"]`, '4711');
    expect(await fitsWidth(page)).toBe(true);
    await shoot(page, `receipt-${width}`);
    await tabTo(page, `${form} button`);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await page.textContent('h1')).toBe('Recorded');
    await shoot(page, `recorded-${width}`);
    expect(server.submissions.at(-1)).toEqual({
      signer: 'ph.c',
      pin: '4711',
      contentHash: 'c'.repeat(64),
      nonce: 'nonce-1',
      decision: 'accepted',
      evidence: {
        chainOfIdentity: { issuer: 'A9999', scheme: 'isbt128', value: 'CHA99992600O0I1' },
        batch: 'B-1',
        containers: ['BAG-1', 'BAG-2'],
        labelAgreesWithPatientRecord: true,
        documentsComplete: true,
        storageDevice: 'LN2-3',
        storagePosition: 'LN2-3/A4',
      },
      occurredAt: '2026-12-01T08:10:00+01:00',
    });
    await page.context().close();
  });

  test('a time that does not exist comes back as an error one can jump to, with what was typed', async () => {
    const before = server.submissions.length;
    const page = await open('/go?lang=de', width, 'dark');
    await tabTo(page, 'details[name=decision]:nth-of-type(2) > summary');
    await page.keyboard.press('Space');
    await typeTime(page, 'details[open] [name="evidence.until"]', '2027-03-28T02:30');
    await typeInto(page, 'details[open] [name="evidence.explanation"]', 'Fieber <38 °C>');
    await typeInto(page, 'details[open] [name="signer"]', 'dr.a');
    await typeInto(page, 'details[open] [name="pin"]', '4711');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await shoot(page, `error-${width}`);
    expect(server.submissions.length).toBe(before);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('problem');
    await tabTo(page, '#problem a');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => location.hash)).toBe('#defer-evidence-until');
    const typed = (name: string) => page.inputValue(`details[open] [name="${name}"]`);
    expect(await typed('evidence.explanation')).toBe('Fieber <38 °C>');
    expect(await typed('signer')).toBe('dr.a');
    expect(await typed('pin')).toBe('');
    expect(await fitsWidth(page)).toBe(true);
    await page.context().close();
  });

  test('rows are filled in one after the other; what was left blank is not sent', async () => {
    const page = await open('/account', width);
    const form = 'section form';
    const row = async (place: number, container: string) => {
      await typeInto(page, `${form} [name="evidence.accounts.${place}.batch"]`, 'B-1');
      await typeInto(page, `${form} [name="evidence.accounts.${place}.container"]`, container);
      await tabTo(page, `${form} [name="evidence.accounts.${place}.fate"]`);
      await page.keyboard.press('Space');
      await typeInto(page, `${form} [name="evidence.accounts.${place}.certificate"]`, 'DC-1');
      await typeInto(page, `${form} [name="evidence.accounts.${place}.witness"]`, 'qa.b');
    };
    await row(0, 'BAG-1');
    await tabTo(page, 'details.more > summary');
    await page.keyboard.press('Enter');
    await row(1, 'BAG-2');
    await typeInto(page, `${form} [name="signer"]`, 'ph.c');
    await typeInto(page, `${form} [name="pin"]`, '4711');
    await shoot(page, `rows-${width}`);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    const account = { batch: 'B-1', fate: 'destroyed', certificate: 'DC-1', witness: 'qa.b' };
    expect(server.submissions.at(-1)?.evidence).toEqual({
      accounts: [
        { ...account, container: 'BAG-1' },
        { ...account, container: 'BAG-2' },
      ],
    });
    await page.context().close();
  });

  test('something is reported from the page of a step that asks something else', async () => {
    const page = await open('/go', width);
    await tabTo(page, '[aria-labelledby=reports-title] > details > summary');
    await page.keyboard.press('Enter');
    await tabTo(page, 'a[href*="open=report-excursion"]');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    const form = '#report-excursion form';
    await tabTo(page, `${form} [name="evidence.leg"]`);
    await page.keyboard.press('Space');
    await typeInto(page, `${form} [name="evidence.explanation"]`, 'Logger alarm on arrival');
    await typeInto(page, `${form} [name="signer"]`, 'n.b');
    await typeInto(page, `${form} [name="pin"]`, '4711');
    expect(await fitsWidth(page)).toBe(true);
    await shoot(page, `report-${width}`);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(server.submissions.at(-1)).toMatchObject({
      decision: 'report',
      evidence: { report: 'excursion', leg: 'outbound', explanation: 'Logger alarm on arrival' },
    });
    await page.context().close();
  });

  test('every form of every page fits the width when all are open, and what is empty is not sent', async () => {
    const before = server.submissions.length;
    for (const path of ['/receipt', '/go', '/give', '/visit', '/account', '/certificate', '/eligible', '/ship']) {
      const page = await open(`${path}?lang=de&open=report-dates-moved`, width);
      // Without the shared name several may be open at once.
      await page.evaluate(() => {
        for (const card of document.querySelectorAll('details')) {
          card.removeAttribute('name');
          card.open = true;
        }
      });
      expect(await fitsWidth(page)).toBe(true);
      const unnamed = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>('input:not([type=hidden]),textarea,select')]
          .filter(({ labels }) => (labels?.[0]?.textContent ?? '').trim() === '')
          .map(({ outerHTML }) => outerHTML),
      );
      expect(unnamed).toEqual([]);
      await page.locator('form button').first().press('Enter');
      expect(page.url()).toContain(path);
      await page.context().close();
    }
    expect(server.submissions.length).toBe(before);
  });

  test.each(['light', 'dark'] as const)('a mail is readable on a %s screen', async (colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 700 }, colorScheme });
    const page = await context.newPage();
    await page.setContent(renderMail(noticeOf({ rung: 'overdue', class: 'critical' }), 'de').html);
    expect(await fitsWidth(page)).toBe(true);
    await shoot(page, `mail-${colorScheme}-${width}`);
    await context.close();
  });
});

test('the language link shows the same step in the other language', async () => {
  const page = await open('/go', 360);
  await tabTo(page, 'a[hreflang="de"]');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  expect(await page.getAttribute('html', 'lang')).toBe('de');
  expect(await page.textContent('h1')).toBe('GO zum Auftauen');
  await page.context().close();
});
