import { createHash } from 'node:crypto';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signatureVerifiers } from '../../lambdas/adapters/signature-verifiers.ts';
import { verifyWholeDossier } from '../../lambdas/domain/audit/verify-passkeys.ts';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { isSigned } from '../../lambdas/domain/events/signed-event.ts';
import { type Bench, startBench } from '../sign-off/bench.ts';
import { passkeysOf, ticketFor } from '../support/stage-passkey.ts';
import { launchChromium } from './chromium.ts';
import { signIn } from './keyboard.ts';

let browser: Browser;
let bench: Bench;
let link: string;

beforeAll(async () => {
  [bench, browser] = await Promise.all([startBench(), launchChromium()]);
  link = await bench.linkTo('Register the referral');
});

afterAll(async () => {
  await browser?.close();
  await bench?.stop();
});

/** A person at a device of their own, which holds their passkeys. */
interface Person {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly authenticatorId: string;
}

/** Whatever the page's own script or policy gets wrong fails the test. */
async function person(): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { page, cdp, authenticatorId };
}

let tickets = 0;
async function enrol({ page }: Person, staff: string): Promise<string> {
  tickets += 1;
  const url = `${bench.stack.url}/enrolments/${await ticketFor(bench, staff, tickets)}?lang=en`;
  await page.goto(url);
  await page.click('button.passkey');
  await page.waitForSelector('text=The passkey was added.');
  return url;
}

const OPEN = 'details[open] form';
const ALERT = `${OPEN} [role=alert]`;

/** Opens a step, signed in: reading takes user id and PIN once, and each signature its own proof. */
async function read({ page }: Person, path: string, language = 'en', reader = 'coordinator'): Promise<void> {
  await page.goto(`${bench.stack.url}${path}?lang=${language}`);
  if ((await page.locator('a.button[href^="/sign-in"]').count()) > 0) await signIn(page, reader);
}

/** Fills in the referral and signs it with a passkey. */
async function signReferral(person: Person, who: string, language = 'en', at = ''): Promise<void> {
  const { page } = person;
  await read(person, link, language);
  await page.click('details[name=decision]:nth-of-type(1) > summary');
  await page.fill(`${OPEN} [name="evidence.referralReference"]`, 'REF-2027-031');
  await page.fill(`${OPEN} [name="evidence.diagnosisCode"]`, 'C83.3');
  await page.check(`${OPEN} [name="evidence.identityChecked"]`);
  await page.check(`${OPEN} [name="evidence.carerNamed"][value=true]`);
  await page.fill(`${OPEN} [name="occurredAt"]`, at);
  await page.fill(`${OPEN} [name="signer"]`, who);
  await page.click(`${OPEN} button.passkey`);
}

const says = async ({ page }: Person, text: string | RegExp): Promise<void> => {
  await page.locator(ALERT).filter({ hasText: text }).waitFor();
};

test('the key of another person is refused in words, in both languages, and the form stays as typed', async () => {
  const nurse = await person();
  await enrol(nurse, 'nurse');
  await signReferral(nurse, 'coordinator');
  await says(nurse, 'This passkey does not belong to the user id');
  expect(await nurse.page.inputValue(`${OPEN} [name="evidence.diagnosisCode"]`)).toBe('C83.3');
  await signReferral(nurse, 'coordinator', 'de');
  await says(nurse, 'Dieser Passkey gehört nicht zu der Benutzerkennung');
  await signReferral(nurse, 'nurse');
  await says(nurse, 'You may not sign this');
  await nurse.page.context().close();
});

test('a device that does not verify its owner signs nothing, and PIN remains', async () => {
  const careless = await person();
  await enrol(careless, 'coordinator');
  await careless.cdp.send('WebAuthn.setUserVerified', {
    authenticatorId: careless.authenticatorId,
    isUserVerified: false,
  });
  await signReferral(careless, 'coordinator');
  await says(careless, /No passkey signed|could not be signed/);
  expect(await careless.page.isEnabled(`${OPEN} [name="pin"]`)).toBe(true);
  await careless.page.context().close();
});

test('a file that is chosen is stored at once, and what is known of it goes with the form; another kind is refused in words', async () => {
  const one = await person();
  const { page } = one;
  await read(one, link);
  await page.goto(`${bench.stack.url}${link}?lang=en&open=report-excursion#report-excursion`);
  const field = page.locator('#report-excursion [data-attach]');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    field.getByRole('button', { name: 'Attach a file' }).click(),
  ]);
  const pdf = Buffer.from('%PDF-1.7 logger');
  await chooser.setFiles({ name: 'a name.pdf', mimeType: 'application/pdf', buffer: pdf });
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  await field.getByText(`Attached: SHA-256 ${sha256}`).waitFor();
  const known = () =>
    field.locator('input[type=hidden]').evaluateAll((all) => all.map((one) => one.getAttribute('name')));
  const values = () =>
    field.locator('input[type=hidden]').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  expect(await known()).toEqual(['sha256', 'mediaType', 'size'].map((part) => `evidence.loggerAttachment.${part}`));
  expect(await values()).toEqual([sha256, 'application/pdf', String(pdf.length)]);
  await field
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from([0, 1]) });
  await field.getByText('none of the kinds that are taken').waitFor();
  expect(await values()).toEqual(['', '', '']);
  await page.context().close();
});

test('a ticket that was used adds nothing', async () => {
  const first = await person();
  const url = await enrol(first, 'qa');
  await first.page.goto(url);
  expect(await first.page.textContent('h1')).toBe('This link sets nothing');
  expect(await first.page.locator('button').count()).toBe(0);
  expect(await passkeysOf(bench).of('qa')).toHaveLength(1);
  await first.page.context().close();
});

test('a passkey opens the page of a link without user id and PIN; then it signs, as nobody is signed by being signed in', async () => {
  const coordinator = await person();
  await enrol(coordinator, 'coordinator');
  const { page } = coordinator;
  await page.goto(`${bench.stack.url}${link}?lang=en`);
  expect(await page.locator('form').count()).toBe(0);
  await page.click('#open-here button.passkey');
  await page.waitForSelector('details[name=decision]');
  expect(await page.textContent('.patient')).toContain('Erin Example');
  await page.context().close();
  const stranger = await person();
  await stranger.page.goto(`${bench.stack.url}${link}?lang=de`);
  await stranger.cdp.send('WebAuthn.setUserVerified', {
    authenticatorId: stranger.authenticatorId,
    isUserVerified: false,
  });
  await stranger.page.click('#open-here button.passkey');
  await stranger.page
    .locator('#open-here [role=alert]')
    .filter({ hasText: 'Kein Passkey hat Sie angemeldet' })
    .waitFor();
  await stranger.page.context().close();
});

test('a coordinator signs with a passkey: what is missing is shown, the log holds it, and it is verified from the log', async () => {
  const coordinator = await person();
  const { page } = coordinator;
  await enrol(coordinator, 'coordinator');
  await read(coordinator, link);
  await page.click('details[name=decision]:nth-of-type(1) > summary');
  await page.click(`${OPEN} button.passkey`);
  await says(coordinator, 'Please fill in what is missing');

  // What only the server knows to be wrong comes back as to who signs by PIN, with what was typed.
  await signReferral(coordinator, 'coordinator', 'en', '2090-01-01T10:00');
  await page.waitForSelector('#problem');
  expect(await page.textContent('#problem')).not.toContain('PIN');
  expect(await page.inputValue(`${OPEN} [name="evidence.diagnosisCode"]`)).toBe('C83.3');

  await signReferral(coordinator, 'Coordinator');
  await page.waitForSelector('.banner:has-text("signed by coordinator")');
  const dossier = await (await fetch(`${bench.stack.url}/ops/journeys/${bench.journeyId}/dossier`)).json();
  const { events } = dossier as { readonly events: readonly JourneyEvent[] };
  const signed = events.find((event) => isSigned(event) && event.data.passkey !== undefined);
  expect(signed).toMatchObject({ by: { id: 'coordinator' }, data: { decision: 'registered', assurance: 'passkey' } });
  const { release } = signed as JourneyEvent;
  expect(await verifyWholeDossier(dossier, { release }, signatureVerifiers)).toMatchObject({
    verified: true,
    passkeySignaturesVerified: 1,
  });
  await page.context().close();
});

test('what is entered from paper is signed with a passkey like any other, with who did it and where the paper is', async () => {
  const funding = await bench.linkTo('Confirm funding');
  const pharmacist = await person();
  const { page } = pharmacist;
  await enrol(pharmacist, 'pharmacist');
  await read(pharmacist, funding, 'en', 'pharmacist');
  await page.click('text=enter it from there');
  await page.click('details[name=decision]:nth-of-type(1) > summary');
  await page.fill(`${OPEN} [name="evidence.approvalReference"]`, 'FUND-7');
  const today = (await bench.world.now()).slice(0, 10);
  await page.fill(`${OPEN} [name="evidence.approvedOn"]`, today);
  await page.fill(`${OPEN} [name="evidence.validUntil"]`, '2027-12-31');
  await page.fill(`${OPEN} [name="occurredAt"]`, `${today}T08:30`);
  await page.fill(`${OPEN} [name="paper.doneBy"]`, 'Pharmacist');
  await page.fill(`${OPEN} [name="paper.reference"]`, 'downtime folder 3');
  await page.fill(`${OPEN} [name="signer"]`, 'pharmacist');
  await page.click(`${OPEN} button.passkey`);
  await page.waitForSelector('.banner:has-text("From paper, entered by pharmacist.")');
  const dossier = await (await fetch(`${bench.stack.url}/ops/journeys/${bench.journeyId}/dossier`)).json();
  const [{ release }] = (dossier as { readonly events: readonly [JourneyEvent] }).events;
  expect(await verifyWholeDossier(dossier, { release }, signatureVerifiers)).toMatchObject({
    verified: true,
    passkeySignaturesVerified: 2,
  });
  await page.context().close();
});
