import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysLater } from '../../lambdas/domain/calendar/local-time.ts';
import { equipment } from '../../lambdas/domain/registers/equipment.ts';
import { keepRecord } from '../../lambdas/domain/registers/keep-record.ts';
import { linkIn } from '../../local/scenario/people.ts';
import { registersOf, rostersOf } from '../../local/scenario/place.ts';
import { EXAMPLE_PIN, EXAMPLE_SITE } from '../../local/scenario/staff.ts';
import { type Bench, startBench } from '../sign-off/bench.ts';
import { value } from '../support/journey-driver.ts';
import { vessel } from '../support/registers.ts';
import { launchChromium } from './chromium.ts';
import { fitsWidth } from './keyboard.ts';

const TEAM_MAILBOX = 'haematology@hospital.example';

let browser: Browser;
let bench: Bench;

beforeAll(async () => {
  [bench, browser] = await Promise.all([startBench(), launchChromium()]);
  const team = {
    id: 'haematology',
    name: 'Haematology',
    role: 'physician',
    site: EXAMPLE_SITE,
    language: 'en',
  } as const;
  const at = await bench.world.now();
  await rostersOf(bench.stack).putTeam({ ...team, mail: TEAM_MAILBOX }, { by: 'qa', at });
  await bench.world.settle();
});

afterAll(async () => {
  await browser?.close();
  await bench?.stop();
});

/** A page as on a phone; a refused style or a failed load fails the test. */
async function onPhone(): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-GB' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  return { page, complaints };
}

const press = (page: Page, selector: string) => Promise.all([page.waitForNavigation(), page.click(selector)]);

/** What a screen reader would miss: a control or link without a name, a table header without a scope, a heading skipped. */
const unnamed = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const named = (element: Element): boolean =>
      (element.getAttribute('aria-label') ?? element.textContent ?? '').trim() !== '' ||
      ((element as HTMLInputElement).labels?.length ?? 0) > 0;
    const controls = [...document.querySelectorAll('a,button,select,input:not([type=hidden])')];
    const headers = [...document.querySelectorAll('th:not([scope])')];
    return [...controls.filter((element) => !named(element)), ...headers].map(({ outerHTML }) => outerHTML);
  });

async function expectInOrder(page: Page): Promise<void> {
  expect(await unnamed(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);
}

test('from the address in a mail: sign in, find the step, open it, sign it with the PIN, and the list is without it', async () => {
  const mail = bench.stack.outbox().find(({ subject }) => subject.includes('Register the referral'));
  const address = /http\S+\/worklist/.exec(mail?.text ?? '')?.[0] ?? '';
  const { page, complaints } = await onPhone();
  await page.goto(address);
  expect(page.url()).toContain('/sign-in?');
  await expectInOrder(page);
  await page.fill('[name="signer"]', 'coordinator');
  await page.fill('[name="pin"]', EXAMPLE_PIN);
  await press(page, 'main button');

  expect(new URL(page.url()).pathname).toBe('/worklist');
  expect(await page.textContent('.lines')).toContain('Register the referral');
  expect(await page.textContent('.patient')).toContain('Erin Example');
  await expectInOrder(page);

  await press(page, '.lines form button');
  expect(new URL(page.url()).pathname).toMatch(/^\/sign-offs\/[\w-]{43}$/);
  expect(await page.textContent('.patient')).toContain(bench.journeyId);
  await page.click('details[name=decision] > summary');
  await page.fill('details[open] [name="evidence.referralReference"]', 'REF-2027-031');
  await page.fill('details[open] [name="evidence.diagnosisCode"]', 'C83.3');
  await page.fill('details[open] [name="evidence.priorTherapies"]', 'R-CHOP');
  await page.check('details[open] [name="evidence.identityChecked"]');
  await page.check('details[open] [name="evidence.carerNamed"]');
  expect(await page.inputValue('details[open] [name="signer"]')).toBe('');
  await page.fill('details[open] [name="signer"]', 'coordinator');
  await page.fill('details[open] [name="pin"]', EXAMPLE_PIN);
  await press(page, 'details[open] form button');
  expect(await page.textContent('h1')).toBe('Recorded');

  await bench.world.settle();
  await press(page, 'main a.button');
  expect(new URL(page.url()).pathname).toBe('/worklist');
  expect(await page.textContent('main')).not.toContain('Register the referral');

  await press(page, '.nav a[href^="/board"]');
  await expectInOrder(page);
  await press(page, 'tbody a');
  expect(await page.textContent('main')).toContain('Register the referral');
  await expectInOrder(page);
  expect(complaints).toEqual([]);

  await press(page, '.nav button');
  await page.goto(address);
  expect(page.url()).toContain('/sign-in?');
  await page.context().close();
});

test('on paper the board has neither navigation nor buttons', async () => {
  const { page } = await onPhone();
  await page.goto(`${bench.stack.url}/sign-in?next=/board`);
  await page.fill('[name="signer"]', 'qa');
  await page.fill('[name="pin"]', EXAMPLE_PIN);
  await press(page, 'main button');
  expect(await page.isVisible('.nav')).toBe(true);
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.nav', '.top', 'footer']) expect(await page.isVisible(part)).toBe(false);
  expect(await page.isVisible('table')).toBe(true);
  await page.context().close();
});

test('from a shared mailbox: sign in from the link, claim the step, and give it back', async () => {
  await bench.linkTo('Confirm eligibility');
  const mail = bench.stack.outbox().findLast(({ to }) => to.includes(TEAM_MAILBOX));
  const address = linkIn(mail?.text ?? '');
  if (address === undefined) throw new Error('The shared mailbox: expected a mail with a link');
  const { page, complaints } = await onPhone();
  await page.goto(new URL(address, bench.stack.url).href);
  expect(await page.textContent('main')).not.toContain('Erin Example');
  await press(page, 'main a[href^="/sign-in"]');
  await page.fill('[name="signer"]', 'physician');
  await page.fill('[name="pin"]', EXAMPLE_PIN);
  await press(page, 'main button');
  expect(await page.textContent('.patient')).toContain('Erin Example');

  await page.click('#claim > summary');
  await press(page, '#claim form button');
  expect(await page.textContent('#claim')).toContain('You have claimed this step');
  await expectInOrder(page);
  await page.goto(`${bench.stack.url}/worklist`);
  expect(await page.textContent('main')).toContain('claimed by physician since');
  await page.goBack();
  await press(page, '#claim form button');
  expect(await page.textContent('#claim')).toContain('Nobody has claimed this step');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a vessel goes into quarantine, comes back by two, and is renewed, on a phone and without a script', async () => {
  const today = (await bench.world.now()).slice(0, 'yyyy-mm-dd'.length);
  const stated = { site: EXAMPLE_SITE, id: 'LN2-3', by: 'qa', why: 'as found', at: `${today}T00:00:00.000Z` };
  const known = value(keepRecord(equipment, { ...stated, entry: vessel() }, undefined));
  if (known !== null) value(await registersOf(bench.stack).keep([known]));
  const context = await browser.newContext({
    ...{ viewport: { width: 360, height: 740 }, locale: 'en-GB', javaScriptEnabled: false },
  });
  const page = await context.newPage();
  await page.goto(`${bench.stack.url}/sign-in?next=/worklist/registers/equipment/LN2-3`);
  await page.fill('[name="signer"]', 'cell-lab');
  await page.fill('[name="pin"]', EXAMPLE_PIN);
  await press(page, 'main button');

  await page.click('#quarantine > summary');
  await page.fill('#quarantine-because', 'alarm at night');
  await page.fill('#quarantine-pin', EXAMPLE_PIN);
  await press(page, '#quarantine button');
  expect(await page.textContent('.banner.good')).toContain('It is in quarantine');
  expect(await page.textContent('main')).toContain('NOT TO BE USED');

  await page.click('#release > summary');
  await page.fill('#release-because', 'sensor changed');
  await page.fill('#release-reference', 'TEST-4');
  await page.fill('#release-pin', EXAMPLE_PIN);
  await page.fill('#release-second', 'qa');
  await page.fill('#release-second-pin', '000001');
  await press(page, '#release button');
  expect(await page.textContent('.banner.bad')).toContain('of the second person is wrong');
  expect(await page.inputValue('#release-reference')).toBe('TEST-4');
  await page.fill('#release-pin', EXAMPLE_PIN);
  await page.fill('#release-second-pin', EXAMPLE_PIN);
  await press(page, '#release button');
  expect(await page.textContent('.banner.good')).toContain('back in use');

  await page.click('#renewal > summary');
  await page.selectOption('#renewal-part', 'calibration');
  await page.fill('#renewal-on', today);
  await page.fill('#renewal-next', daysLater(today, 365));
  await page.fill('#renewal-reference', 'CAL-9');
  await page.fill('#renewal-pin', EXAMPLE_PIN);
  await press(page, '#renewal button');
  expect(await page.textContent('main')).toMatch(/Calibration, Certificate.*CAL-9/);
  expect(await page.textContent('ol.lines')).toMatch(
    /Renewed by evidence, signed with PIN.*Given back after quarantine/,
  );
  await context.close();
});
