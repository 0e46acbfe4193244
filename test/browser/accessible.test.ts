import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderAwayPage } from '../../lambdas/pages/away-page.ts';
import { renderBoardPage } from '../../lambdas/pages/board-page.ts';
import { renderCompetenceOfPage, renderCompetencePage } from '../../lambdas/pages/competence-page.ts';
import { PASSKEY_SCRIPT_PATH } from '../../lambdas/pages/design/passkey-script.ts';
import { renderEnrolmentPage } from '../../lambdas/pages/enrolment-page.ts';
import { renderJourneyPage } from '../../lambdas/pages/journey-page.ts';
import { renderLinkPage } from '../../lambdas/pages/link-page.ts';
import { renderGoingPage, renderOpenIdProblem, renderReturnPage } from '../../lambdas/pages/openid-pages.ts';
import { renderOutcomePage } from '../../lambdas/pages/outcome-page.ts';
import { SCRIPTED_PAGE_HEADERS } from '../../lambdas/pages/parts/document.ts';
import { renderPinPage } from '../../lambdas/pages/pin-page.ts';
import { renderReferralPage } from '../../lambdas/pages/referral-page.ts';
import { renderRegisterEntryPage } from '../../lambdas/pages/register-entry-page.ts';
import { renderRegisterPage } from '../../lambdas/pages/register-page.ts';
import { renderRegistersPage } from '../../lambdas/pages/registers-page.ts';
import { renderSignInPage } from '../../lambdas/pages/sign-in-page.ts';
import { renderSignOffPage } from '../../lambdas/pages/sign-off-page.ts';
import type { Language } from '../../lambdas/pages/views.ts';
import { renderWorklistPage } from '../../lambdas/pages/worklist-page.ts';
import { browserScripts } from '../../lib/constructs/browser-scripts.ts';
import {
  competenceOf,
  competenceOfOne,
  entryOf,
  registerOf,
  registersView,
  vesselOf,
} from '../pages/support/register-views.ts';
import { linkViewOf, REFERRAL, viewOf } from '../pages/support/views.ts';
import { awayView, boardOf, journeyView, OWN, worklistOf } from '../pages/support/worklist-views.ts';
import { launchChromium } from './chromium.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const urgent = { rung: 'overdue', toldAt: '2026-12-01T07:10:00.000Z' };
const problem = {
  message: 'check-fields',
  fieldErrors: { signer: 'enter-again', pin: 'enter-again', 'evidence.batch': 'required' },
  values: { decision: ['accepted'], signer: ['ph.c'] },
};
const fromPaper = { fromPaper: true, otherWay: '?', opened: 'report-excursion' };
const RENAMED = {
  ...OWN,
  patient: {
    ...OWN.patient,
    identifiers: ['MRN-1'],
    similarTo: [],
    formerNames: ['Erin Example'],
    claimed: { sender: 'ehr', name: 'Erin Married', identifiers: ['MRN-3'] },
  },
};
const reader = { name: 'Dr One', seesTimeline: true };

const held = { by: 'ph.c', at: '2026-12-01T07:10:00.000Z', until: '2026-12-01T14:00:00.000Z' };
const claim = { held, isOwn: false, may: 'take-over', action: '/sign-offs/t/claim', formToken: 'f' } as const;
const standsInFor = [{ by: 'ph.d', until: '2026-12-15T07:00:00.000Z', isOnlyWay: true }];

/** Each kind of page, where it has ways to look in the one with most on it. */
const PAGES: Readonly<Record<string, (language: Language) => string>> = {
  'before-sign-in': (language) => renderLinkPage(linkViewOf({ givenTo: 'k•••' }), language, true),
  forwarded: (language) => renderLinkPage(linkViewOf({ reader }), language, false),
  'sign-in': (language) => renderSignInPage({ next: '/worklist', offersOidc: true }, language, 'wrong-credential'),
  form: (language) =>
    renderSignOffPage(viewOf('Accept receipt', { urgent, oidcAction: '/oidc' }), language, problem, RENAMED),
  criteria: (language) => renderSignOffPage(viewOf('Confirm eligibility', { byPasskeyOnly: true }), language),
  checklist: (language) => renderSignOffPage(viewOf('Give the product', { opened: 'record-thaw-started-1' }), language),
  rows: (language) => renderSignOffPage(viewOf('Account for every container'), language),
  'from-paper': (language) => renderSignOffPage(viewOf('Discharge', { ...fromPaper, status: 'held' }), language),
  worklist: (language) => renderWorklistPage(worklistOf(3), language),
  claimed: (language) => renderSignOffPage(viewOf('Accept receipt', { claim, standsInFor }), language, undefined, OWN),
  away: (language) => renderAwayPage(awayView, language),
  board: (language) => renderBoardPage(boardOf(5), language),
  timeline: (language) => renderJourneyPage(journeyView, language),
  registers: (language) => renderRegistersPage(registersView, language),
  register: (language) => renderRegisterPage(registerOf(1), language),
  'entry-acts': (language) =>
    renderRegisterEntryPage(
      vesselOf({
        acts: ['quarantine', 'release', 'renewal'],
        problem: { key: 'wrong-second' },
        typed: { do: ['release'] },
      }),
      language,
    ),
  competence: (language) => renderCompetencePage(competenceOf(3), language),
  'competence-of': (language) =>
    renderCompetenceOfPage({ ...competenceOfOne(2), problem: { key: 'required' } }, language),
  entry: (language) => renderRegisterEntryPage({ ...entryOf(2, 3), asOf: '2026-11-01' }, language),
  pin: (language) => renderPinPage('nurse.one', language, 'differ'),
  'to-the-provider': (language) => renderGoingPage('https://login.hospital.example/', language),
  'from-the-provider': (language) =>
    renderReturnPage({ code: 'c', state: 's', journeyId: '7K2MPX4QN', meaning: 'I release.' }, language),
  'not-confirmed': (language) => renderOpenIdProblem('wrong', language, '/sign-offs/x'),
  enrolment: (language) => renderEnrolmentPage('nurse.one', language),
  referral: (language) => renderReferralPage(REFERRAL, language),
  recorded: (language) => renderOutcomePage({ status: 'recorded', language, journeyId: '7K2MPX4QN', toList: true }),
  failed: (language) => renderOutcomePage({ status: 'failed', language, backTo: '/' }),
};

/** Pages to which the script adds its button. */
const WITH_PASSKEYS: readonly string[] = ['before-sign-in', 'form', 'criteria', 'enrolment'];

/** Opens every card, so that nothing is judged by what is hidden. */
const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const card of document.querySelectorAll('details')) {
      card.removeAttribute('name');
      card.open = true;
    }
  });

const violations = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const { violations: found } = await (window as unknown as { readonly axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    );
  });

test.each([
  ['on a phone, in English', { width: 360, height: 740 }, 'en', 'light'],
  ['on a phone, in French, which nobody reviewed', { width: 360, height: 740 }, 'fr', 'light'],
  ['on a desk at night, in German', { width: 1280, height: 900 }, 'de', 'dark'],
] as const)('axe finds nothing on any page %s', async (_, viewport, language, colorScheme) => {
  const context = await browser.newContext({ viewport, colorScheme });
  await context.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === PASSKEY_SCRIPT_PATH)
      return route.fulfill({ contentType: 'text/javascript', body: browserScripts().passkey });
    const render = PAGES[pathname.slice(1)];
    return render === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({ headers: SCRIPTED_PAGE_HEADERS, body: render(language) });
  });
  const page = await context.newPage();
  const found: string[] = [];
  for (const name of Object.keys(PAGES)) {
    await page.goto(`http://localhost/${name}`);
    if (WITH_PASSKEYS.includes(name)) await page.locator('button.passkey').first().waitFor({ state: 'attached' });
    await openAll(page);
    await page.evaluate(axe.source);
    found.push(...(await violations(page)).map((violation) => `${name}: ${violation}`));
  }
  expect(found).toEqual([]);
  await context.close();
});
