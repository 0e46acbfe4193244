import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { momentAt } from '../../local/scenario/moment.ts';
import { readStep, trySigning } from '../../local/scenario/people.ts';
import { seedStaff } from '../../local/scenario/place.ts';
import { EXAMPLE_PIN, exampleStaff } from '../../local/scenario/staff.ts';
import { orderEvidence } from '../../scenarios/usual-evidence.ts';
import { type Bench, COURSE, everything, startBench, ZONE } from '../sign-off/bench.ts';
import { newestLink, orderJourney } from '../support/stage-order.ts';
import { launchChromium } from './chromium.ts';
import { fitsWidth, signIn } from './keyboard.ts';

const SCREENS = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } } as const;
type Screen = keyof typeof SCREENS;

/** Two patients of one product on one day, whose names are alike. */
const FIRST = { code: '', mrn: 'MRN-order-1' };
const SECOND = { code: '', mrn: 'MRN-order-2' };

let browser: Browser;
let bench: Bench;

beforeAll(async () => {
  [bench, browser] = await Promise.all([startBench(), launchChromium()]);
  FIRST.code = bench.journeyId;
  SECOND.code = await orderJourney(bench, { order: 'order-2', change: (body) => body.replace('Erin', 'Erik') });
  const [physician] = exampleStaff.filter(({ id }) => id === 'physician');
  if (physician === undefined) throw new Error('expected an example physician');
  await seedStaff(bench.stack, [{ ...physician, id: 'two.hats', roles: ['physician', 'pharmacist'] }]);
});
afterAll(async () => {
  await browser?.close();
  await bench?.stop();
});

/** A device of somebody: what it keeps it shares with nobody. */
async function device(screen: Screen, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: SCREENS[screen], locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

/** Opens a link as the person who reads it, signing in where that is asked. */
async function read(page: Page, link: string, who: string): Promise<void> {
  await page.goto(`${bench.stack.url}${link}?lang=en`);
  if ((await page.locator('a.button[href^="/sign-in"]').count()) > 0) await signIn(page, who);
  expect(await fitsWidth(page)).toBe(true);
}

const press = (page: Page, selector: string) => Promise.all([page.waitForNavigation(), page.click(selector)]);

const OPEN = 'details[open] form';

/** Opens the card of a decision by its place, fills in what it asks and types user id and PIN. */
async function fillIn(page: Page, place: number, typed: Readonly<Record<string, string>>, who: string): Promise<void> {
  await page.click(`details[name=decision]:nth-of-type(${place}) > summary`);
  for (const [name, text] of Object.entries(typed)) await page.fill(`${OPEN} [name="${name}"]`, text);
  await page.fill(`${OPEN} [name="signer"]`, who);
  await page.fill(`${OPEN} [name="pin"]`, EXAMPLE_PIN);
}

const statusOf = async (link: string): Promise<string | undefined> => (await readStep(bench.world, link))?.status;

const REFERRAL = {
  'evidence.referralReference': 'REF-2027-031',
  'evidence.diagnosisCode': 'C83.3',
  'evidence.priorTherapies': 'R-CHOP',
};

test('a mail scanner fetches a link, follows it by script and clicks nothing: nothing is stored, nothing is told', async () => {
  const link = newestLink(bench, FIRST.code, 'Register the referral');
  const url = `${bench.stack.url}${link}`;
  const before = await everything(bench);
  const page = await device('desktop');
  const { request } = page.context();
  await request.head(url);
  await request.get(url, { headers: { 'sec-purpose': 'prefetch', purpose: 'prefetch' } });
  await page.goto(url, { waitUntil: 'networkidle' });
  expect(await page.locator('form, [name]:not(meta)').count()).toBe(0);
  const shown = await page.content();
  for (const text of ['Erin', 'MRN-', 'kymriah']) expect(shown).not.toContain(text);
  expect(await everything(bench)).toEqual(before);
  await page.context().close();
});

describe.each(['phone', 'desktop'] as const)('on a %s', (screen) => {
  test('whoever a link was forwarded to signs in, is told whose it is, and finds their own list', async () => {
    const page = await device(screen);
    await read(page, newestLink(bench, FIRST.code, 'Register the referral'), 'nurse');
    expect(await page.textContent('.banner')).toContain('You are signed in as Nic Nurse');
    expect(await page.textContent('.banner')).toContain('asked of: Coordinator');
    expect(await page.locator('form').count()).toBe(0);
    expect(await page.textContent('main')).not.toMatch(/Erin|MRN-|kymriah/i);
    await press(page, 'main a[href^="/worklist?"]');
    expect(await page.textContent('h1')).toBe('My worklist');
    await page.context().close();
  });
});

test('two patients of one product on one day: each page says whose it is, and a form sent to the link of the other signs neither', async () => {
  const [first, second] = [
    newestLink(bench, FIRST.code, 'Register the referral'),
    newestLink(bench, SECOND.code, 'Register the referral'),
  ];
  const page = await device('phone');
  for (const [link, mine, other] of [
    [first, FIRST, SECOND],
    [second, SECOND, FIRST],
  ] as const) {
    await read(page, link, 'coordinator');
    const banner = await page.textContent('.patient');
    expect(banner).toContain(mine.code);
    expect(banner).toContain(mine.mrn);
    expect(banner).not.toContain(other.mrn);
    expect(banner).toContain(`SIMILAR NAME in ${other.code}`);
  }
  // The page of the second, whose form goes to the link of the first.
  await fillIn(page, 1, REFERRAL, 'coordinator');
  await page.check(`${OPEN} [name="evidence.identityChecked"]`);
  await page.check(`${OPEN} [name="evidence.carerNamed"]`);
  await page.evaluate((path) => {
    document.querySelector('details[open] form')?.setAttribute('action', `${path}?lang=en`);
  }, first);
  await press(page, `${OPEN} button:not(.passkey)`);
  expect(await page.textContent('#problem')).toContain('changed');
  expect(await page.textContent('.patient')).toContain(FIRST.mrn);
  expect([await statusOf(first), await statusOf(second)]).toEqual(['open', 'open']);

  // Read again and signed, it is of the patient that the page shows.
  for (const link of [first, second]) {
    await read(page, link, 'coordinator');
    await fillIn(page, 1, REFERRAL, 'coordinator');
    await page.check(`${OPEN} [name="evidence.identityChecked"]`);
    await page.check(`${OPEN} [name="evidence.carerNamed"]`);
    await press(page, `${OPEN} button:not(.passkey)`);
    expect(await page.textContent('h1')).toBe('Recorded');
  }
  await page.context().close();
});

test('reading a step loads its page and one small script, from our own address, and less than 60 kB', async () => {
  const page = await device('phone');
  const loaded: string[] = [];
  await read(page, newestLink(bench, FIRST.code, 'Confirm eligibility'), 'physician');
  page.on('request', (request) => loaded.push(request.url()));
  await page.reload({ waitUntil: 'networkidle' });
  const bytes = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .map((entry) => (entry as PerformanceResourceTiming).decodedBodySize)
      .reduce((sum, size) => sum + size, 0),
  );
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(60_000);
  expect(loaded.map((url) => new URL(url).origin)).toEqual([bench.stack.url, bench.stack.url]);
  expect(loaded[1]).toContain('/assets/passkey-');
  await page.context().close();
});

test('who types is not signed out, however long the form takes; who does not is told, and nothing of the step is shown', async () => {
  const link = newestLink(bench, FIRST.code, 'Confirm eligibility');
  const page = await device('desktop');
  await page.clock.install();
  await read(page, link, 'physician');
  await fillIn(page, 2, { 'evidence.explanation': 'Active' }, 'physician');
  await bench.stack.clock.advance(14 * 60_000);
  await page.clock.fastForward(5 * 60_000);
  await Promise.all([
    page.waitForResponse((response) => response.url().includes('schemas=none')),
    page.fill(`${OPEN} [name="evidence.explanation"]`, 'Active infection.'),
  ]);
  await bench.stack.clock.advance(14 * 60_000);
  await press(page, `${OPEN} button:not(.passkey)`);
  expect(await page.textContent('#problem')).toContain('changed');
  expect(await page.inputValue(`${OPEN} [name="evidence.explanation"]`)).toBe('Active infection.');

  await page.fill(`${OPEN} [name="pin"]`, EXAMPLE_PIN);
  await bench.stack.clock.advance(16 * 60_000);
  await press(page, `${OPEN} button:not(.passkey)`);
  expect(await page.textContent('.banner')).toContain('You are not signed in, or no longer');
  expect(await page.textContent('main')).not.toMatch(/Erin|MRN-|infection|kymriah/i);
  expect(await statusOf(link)).toBe('open');
  await page.context().close();
});

test('a step is rejected with a reason, and not without', async () => {
  const link = newestLink(bench, SECOND.code, 'Confirm eligibility');
  const page = await device('desktop');
  await read(page, link, 'physician');
  const place =
    (await page.locator('details[name=decision] h3').allTextContents()).findIndex((text) => /Not/.test(text)) + 1;
  await fillIn(page, place, {}, 'physician');
  await page.click(`${OPEN} button:not(.passkey)`);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('evidence.explanation');
  await page.fill(`${OPEN} [name="evidence.explanation"]`, 'Active infection.');
  await press(page, `${OPEN} button:not(.passkey)`);
  expect(await page.textContent('h1')).toBe('Recorded');
  await read(page, link, 'physician');
  expect(await page.textContent('.banner')).toContain('signed by physician');
  await page.context().close();
});

test('an expired link shows nothing and leads to the worklist, which opens the step anew', async () => {
  const page = await device('phone');
  await page.goto(`${bench.stack.url}/sign-in?lang=en`);
  await page.fill('[name="signer"]', 'physician');
  await page.fill('[name="pin"]', EXAMPLE_PIN);
  await press(page, 'main button');
  await press(page, '.lines form button');
  const old = page.url();
  await bench.stack.clock.advance(13 * 3_600_000);
  await page.goto(old);
  expect(await page.textContent('h1')).toBe('Link expired');
  expect(await page.textContent('main')).not.toMatch(/Erin|Confirm|MRN-/);
  await press(page, 'main a.button');
  await page.fill('[name="signer"]', 'physician');
  await page.fill('[name="pin"]', EXAMPLE_PIN);
  await press(page, 'main button');
  await press(page, '.lines form button');
  expect(page.url()).not.toBe(old);
  expect(await page.textContent('.patient')).toContain(FIRST.mrn);
  await page.context().close();
});

test('the second person is another than the first, though they hold the role; both may sign on one device', async () => {
  const placing = { decision: 'ordered', after: 'PT0S', evidence: orderEvidence.ordered(COURSE) };
  await trySigning(bench.world, await bench.linkTo('Place the order'), placing, ZONE, [], () => 'two.hats');
  const link = await bench.linkTo('Check the order');
  const checked = orderEvidence.checked(COURSE)(momentAt(await bench.world.now(), ZONE));
  const { chainOfIdentity, ...references } = checked as Readonly<Record<string, never>> & {
    readonly chainOfIdentity: Readonly<Record<string, string>>;
  };
  const typed = {
    ...Object.fromEntries(
      Object.entries(chainOfIdentity).map(([name, text]) => [`evidence.chainOfIdentity.${name}`, text]),
    ),
    ...Object.fromEntries(Object.entries(references).map(([name, text]) => [`evidence.${name}`, String(text)])),
  };
  const page = await device('desktop');
  await read(page, link, 'two.hats');
  await fillIn(page, 1, typed, 'two.hats');
  await press(page, `${OPEN} button:not(.passkey)`);
  expect(await page.textContent('#problem')).toContain('another person has to sign here');
  await page.fill(`${OPEN} [name="signer"]`, 'pharmacist');
  await page.fill(`${OPEN} [name="pin"]`, EXAMPLE_PIN);
  await press(page, `${OPEN} button:not(.passkey)`);
  expect(await page.textContent('h1')).toBe('Recorded');
  await page.context().close();
});
