import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { momentAt } from '../../local/scenario/moment.ts';
import { linkIn } from '../../local/scenario/people.ts';
import { EXAMPLE_PIN } from '../../local/scenario/staff.ts';
import { inspectionEvidence } from '../../scenarios/usual-evidence.ts';
import { type Bench, COURSE, links, localTime, startBench, ZONE } from '../sign-off/bench.ts';
import { launchChromium } from './chromium.ts';
import { fitsWidth, signIn, tabTo, typeDate, typeInto, typeTime } from './keyboard.ts';

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

/** Opens a page as on a phone after sign-in; whatever the browser complains about (a refused style, a failed load) fails the test. */
async function onPhone(url: string, who: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(url);
  await signIn(page, who);
  expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
  return page;
}

const shoot = async (page: Page, name: string): Promise<void> => {
  expect(await fitsWidth(page)).toBe(true);
  await page.screenshot({ path: join(screenshots, `embedded-${name}.png`), fullPage: true });
};

/** The one form that stands open. */
const OPEN = 'details[open] form';

const press = (page: Page, key: string) => Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);

/** Types user id and PIN into the open form and signs. */
async function sign(page: Page, pin: string, who = 'physician'): Promise<void> {
  const signer = `${OPEN} [name="signer"]`;
  await tabTo(page, signer);
  if ((await page.inputValue(signer)) === '') await page.keyboard.type(who);
  await typeInto(page, `${OPEN} [name="pin"]`, pin);
  await tabTo(page, `${OPEN} button`);
  await press(page, 'Enter');
}

test('from the mail to the signature on a phone, by keyboard; a wrong PIN costs nothing but the PIN', async () => {
  await bench.world.settle();
  const mails = bench.stack.outbox();
  const mail = mails.find(({ subject }) => subject.includes('Register the referral'));
  expect(mail?.html).toContain(linkIn(mail?.text ?? '') ?? 'a link');
  const page = await onPhone(`${bench.stack.url}${linkIn(mail?.text ?? '')}`, 'coordinator');
  await shoot(page, 'referral');

  await tabTo(page, 'details[name=decision]:nth-of-type(1) > summary');
  await page.keyboard.press('Enter');
  await typeInto(page, `${OPEN} [name="evidence.referralReference"]`, 'REF-2027-031');
  await typeInto(page, `${OPEN} [name="evidence.diagnosisCode"]`, 'C83.3');
  await typeInto(page, `${OPEN} [name="evidence.priorTherapies"]`, 'R-CHOP');
  await tabTo(page, `${OPEN} [name="evidence.identityChecked"]`);
  await page.keyboard.press('Space');
  await tabTo(page, `${OPEN} [name="evidence.carerNamed"]`);
  await page.keyboard.press('Space');
  await sign(page, '135791', 'coordinator');

  expect(await page.title()).toMatch(/^Not recorded: Register the referral/);
  expect(await page.textContent('#problem')).toContain('User id and PIN do not belong together');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('problem');
  expect(await page.inputValue(`${OPEN} [name="evidence.diagnosisCode"]`)).toBe('C83.3');
  expect(await page.inputValue(`${OPEN} [name="pin"]`)).toBe('');
  await shoot(page, 'wrong-pin');

  await sign(page, EXAMPLE_PIN);
  expect(await page.textContent('h1')).toBe('Recorded');
  await shoot(page, 'recorded');
  await page.context().close();

  // The signature reached the state machine: it asks the next step.
  await bench.world.settle();
  const next = bench.stack.outbox(mails.length);
  expect(next.map(({ subject }) => subject).join()).toContain('Confirm eligibility');
});

test('a link opened again after it was signed shows what was signed, in German as well', async () => {
  const [first = ''] = await links(bench);
  const page = await onPhone(`${bench.stack.url}${first}`, 'coordinator');
  await tabTo(page, 'a[hreflang="de"]');
  await press(page, 'Enter');
  expect(await page.getAttribute('html', 'lang')).toBe('de');
  expect(await page.textContent('.banner')).toContain('Aufgenommen, unterzeichnet von coordinator');
  expect(await page.locator('form').count()).toBe(0);
  await shoot(page, 'decided-de');
  await page.context().close();
});

/** The day until which the certificate says the product can be used, as its label does. */
async function certifiedExpiry(): Promise<string> {
  const { body } = await bench.world.request(`/ops/journeys/${bench.journeyId}?after=0`, { method: 'GET' });
  const { events } = body as { readonly events: readonly JourneyEvent[] };
  return String(momentAt(await bench.world.now(), ZONE, events).certified.expiresOn);
}

/** Fills in the controls of some evidence. */
async function fill(page: Page, evidence: Readonly<Record<string, unknown>>, prefix = 'evidence'): Promise<void> {
  for (const [key, given] of Object.entries(evidence)) {
    const name = `${prefix}.${key}`;
    if (typeof given === 'boolean') await page.check(`[name="${name}"][value="${given}"]`);
    else if (Array.isArray(given)) await page.fill(`[name="${name}"]`, given.join('\n'));
    else if (typeof given === 'object' && given !== null) await fill(page, given as typeof evidence, name);
    else await page.fill(`[name="${name}"]`, String(given));
  }
}

test('a value outside its limits comes back with everything filled in and the deviation to describe; mistyped, it is corrected', async () => {
  const link = await bench.linkTo('Inspect the delivery');
  const page = await onPhone(`${bench.stack.url}${link}?lang=en`, 'cell-lab');
  const moment = momentAt(await bench.world.now(), ZONE, []);
  const { labelCodes: _none, ...evidence } = inspectionEvidence(COURSE, 1, { highestTemperature: -16.1 })(moment);
  const form = 'form:has([name="evidence.batch"])';
  const signed = async (): Promise<void> => {
    await page.fill(`${form} [name="pin"]`, EXAMPLE_PIN);
    await Promise.all([page.waitForNavigation(), page.click(`${form} .signature button[type=submit]`)]);
  };
  const deviation = '[name="evidence.deviation.description"]';
  expect(await page.locator(deviation).count()).toBe(0);
  await fill(page, evidence);
  await page.fill(`${form} [name="signer"]`, 'cell-lab');
  await signed();

  const problem = await page.textContent('#problem');
  expect(problem).toContain('Nothing was recorded yet');
  expect(problem).toMatch(/Highest temperature.*: is outside its limits \(≤ -\d+ °C\)/);
  expect(await page.locator(deviation).isVisible()).toBe(true);
  expect(await page.inputValue('[name="evidence.batch"]')).toBe(COURSE.ids.batch(1));
  await shoot(page, 'outside-limits');
  await page.fill('[name="evidence.highestTemperature"]', '-161');
  await signed();
  expect(await page.textContent('h1')).toBe('Recorded');
  await page.context().close();
});

test('at the bedside two people check each container on their own phones, and the checklist goes on from line to line', async () => {
  const link = await bench.linkTo('Give the product');
  const [container = ''] = COURSE.containers;
  const { chainOfIdentity } = COURSE.ids;
  const expiresOn = await certifiedExpiry();
  const nurse = await onPhone(`${bench.stack.url}${link}?lang=de`, 'cell-lab');
  const read = async (page: Page, value: string) => {
    const field = (name: string) => `${OPEN} [name="evidence.${name}"]`;
    await typeInto(page, field('container'), container);
    await typeInto(page, field('chainOfIdentity.issuer'), chainOfIdentity.issuer);
    await typeInto(page, field('chainOfIdentity.scheme'), chainOfIdentity.scheme);
    await typeInto(page, field('chainOfIdentity.value'), value);
    await typeInto(page, field('batch'), COURSE.ids.batch(1));
    await typeDate(page, field('expiryOnLabel'), expiresOn);
    await typeTime(page, `${OPEN} [name="occurredAt"]`, await localTime(bench));
  };
  const next = `#container-${container} summary`;

  await tabTo(nurse, next);
  await nurse.keyboard.press('Enter');
  await read(nurse, 'CHA999926000002');
  await sign(nurse, EXAMPLE_PIN, 'cell-lab');
  expect(await nurse.textContent('#problem')).toContain('rufen Sie die Qualitätssicherung');
  await shoot(nurse, 'identity-differs-de');

  await nurse.goto(`${bench.stack.url}${link}?lang=de`);
  await tabTo(nurse, next);
  await nurse.keyboard.press('Enter');
  await read(nurse, chainOfIdentity.value);
  await sign(nurse, EXAMPLE_PIN, 'cell-lab');
  expect(nurse.url()).toContain(`?lang=de#container-${container}`);
  expect(await nurse.textContent(`#container-${container}`)).toContain('Dokumentiert von cell-lab');

  const second = await onPhone(`${bench.stack.url}${link}?lang=en`, 'pharmacist');
  await tabTo(second, next);
  await second.keyboard.press('Enter');
  expect(await second.textContent(`#container-${container}`)).toContain('Recorded first by cell-lab. Another person');
  await read(second, chainOfIdentity.value);
  await sign(second, EXAMPLE_PIN, 'pharmacist');
  expect(await second.textContent(`#container-${container}`)).toContain('Recorded by pharmacist');

  // An event of the container is a time and a signature, nothing that must be typed with gloves on; reloading posts nothing again.
  await tabTo(second, next);
  await second.keyboard.press('Enter');
  const asked = second.locator(`${OPEN} [name^="evidence."]:not([type=hidden])`);
  expect(await asked.evaluateAll((all) => all.map((one) => one.getAttribute('name')))).toEqual(['evidence.device']);
  expect(await asked.getAttribute('required')).toBeNull();
  await second.reload();
  expect(await second.textContent('main')).toMatch(/2 of \d+ recorded/);
  await shoot(second, 'bedside');
  await nurse.context().close();
  await second.context().close();
}, 180_000); // the whole course is signed on the way there
