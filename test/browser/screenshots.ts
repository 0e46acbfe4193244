import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentOf } from '../../lambdas/domain/journey/content.ts';
import { meaningsOf } from '../../lambdas/domain/steps/meanings.ts';
import { renderBoardPage } from '../../lambdas/pages/board-page.ts';
import { renderCompetencePage } from '../../lambdas/pages/competence-page.ts';
import { withKinds } from '../../lambdas/pages/fact-text.ts';
import { renderLinkPage } from '../../lambdas/pages/link-page.ts';
import { renderOutcomePage } from '../../lambdas/pages/outcome-page.ts';
import { renderReferralPage } from '../../lambdas/pages/referral-page.ts';
import { renderRegisterEntryPage } from '../../lambdas/pages/register-entry-page.ts';
import { renderRegisterPage } from '../../lambdas/pages/register-page.ts';
import { renderRegistersPage } from '../../lambdas/pages/registers-page.ts';
import { renderSignInPage } from '../../lambdas/pages/sign-in-page.ts';
import type { ChecklistLine, Fact, Language, StepView } from '../../lambdas/pages/views.ts';
import { renderWorklistPage } from '../../lambdas/pages/worklist-page.ts';
import { competenceOf, entryOf, registerOf, registersView, vesselOf } from '../pages/support/register-views.ts';
import { linesOf, linkViewOf, REFERRAL, viewOf } from '../pages/support/views.ts';
import { boardOf, PATIENT, worklistOf } from '../pages/support/worklist-views.ts';
import { sceneOf } from '../support/scenes.ts';
import { launchChromium } from './chromium.ts';
import { servePages } from './page-server.ts';

/** Pictures of each kind of page for `docs`, on a phone and on a desk: `npm run screenshots`. */
const folder = fileURLToPath(new URL('../../docs/screenshots', import.meta.url));
const SCREENS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } } as const;
/** A picture shows where a reader begins, not the end of a long page. */
const TALLEST = 1700;

const at = (time: string): string => `2026-12-01T${time}:00.000Z`;
const instant = (label: string, time: string, of?: string): Fact => ({
  label,
  value: at(time),
  kind: 'instant',
  ...(of === undefined ? {} : { of }),
});
const identifier = (label: string, value: string): Fact => ({ label, value, kind: 'identifier' });

const PRODUCT: readonly Fact[] = [
  { label: 'product', value: 'Example product' },
  { label: 'site', value: 'university-hospital' },
  identifier('donationNumber', 'A99992600000100'),
  identifier('batch', 'BATCH-00001-1'),
  identifier('containers', 'BAG-1, BAG-2'),
];

/** The first container is given, the second is checked by one of two. */
const bedside: readonly ChecklistLine[] = linesOf('Give the product').map((line) => {
  const isDone =
    line.container === 'BAG-1' || line.item === 'premedication-given' || line.line === 'identity-checked-before-thaw-2';
  const by = line.roles?.includes('nurse') === true ? 'nurse.one' : 'lab.two';
  const records = isDone && line.many !== true ? [{ at: at('09:12'), by }] : [];
  return line.item === 'identity-checked-before-thaw-second' && line.container === 'BAG-2'
    ? { ...line, records, secondTo: { item: 'identity-checked-before-thaw', by: 'lab.two' } }
    : { ...line, records };
});

const decided = {
  decision: 'go',
  by: 'physician.one',
  at: at('09:05'),
  meaning: meaningsOf('Give GO for thaw').go ?? '',
};
const window = [instant('windowFrom', '07:00'), instant('windowUntil', '18:00')];

/** As quality assurance is shown what somebody raised. */
function raised(): readonly Fact[] {
  const { journey } = sceneOf('Triage the deviation');
  return withKinds(contentOf(journey.state, journey.step('Triage the deviation'), journey.protocol).facts);
}

const views: Readonly<Record<string, StepView>> = {
  decisions: viewOf('Give GO for thaw', { facts: [...PRODUCT, ...window] }),
  bedside: viewOf('Give the product', {
    facts: [
      { label: 'flagsRaised', value: 'do-not-thaw', kind: 'options' },
      ...PRODUCT,
      instant('goThawUntil', '10:05'),
      instant('inUseUntil', '09:42', 'after thawing: BAG-1'),
    ],
    checklist: bedside,
    opened: 'record-identity-checked-before-thaw-second-2',
  }),
  decided: viewOf('Give GO for thaw', { status: 'decided', decided, facts: [...PRODUCT, ...window] }),
  held: viewOf('Accept receipt', {
    status: 'held',
    facts: [...PRODUCT, { label: 'inspectionFound', value: 'sealIntact, temperatureInRange', kind: 'faults' }],
    closedDecisions: { accepted: [{ key: 'not-held.closed' }, { key: 'inspection-clean.closed' }] },
  }),
  'past-a-gate': viewOf('Give GO for thaw', {
    facts: [...PRODUCT, ...window],
    closedDecisions: { go: [{ key: 'no-critical-deviation-open.closed' }] },
    reports: (viewOf('Give GO for thaw').reports ?? []).map((line) =>
      line.report === 'qa-exemption' || line.report === 'emergency-continuation' ? { ...line, isWayPast: true } : line,
    ),
    opened: 'report-qa-exemption',
  }),
  triage: viewOf('Triage the deviation', { facts: raised() }),
  report: viewOf('Monitor the patient', { facts: PRODUCT, opened: 'report-excursion' }),
  rows: viewOf('Account for every container', {
    facts: [...PRODUCT, identifier('containersToAccount', 'BATCH-00001-1 / BAG-2')],
    prefilled: {
      accounted: { 'evidence.accounts.0.batch': ['BATCH-00001-1'], 'evidence.accounts.0.container': ['BAG-2'] },
    },
  }),
  criteria: viewOf('Confirm eligibility', { facts: PRODUCT.slice(0, 2) }),
};

/** Somebody to whom a link was forwarded. */
const reader = { name: 'Nic Nurse', seesTimeline: true };

await mkdir(folder, { recursive: true });
const atPaths = Object.fromEntries(Object.entries(views).map(([name, view]) => [`/${name}`, view]));
const server = await servePages(atPaths, { name: 'Dr Pat Physician', patient: { ...PATIENT, similarTo: [] } });
const browser = await launchChromium();
try {
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    const language: Language = screen === 'phone' ? 'de' : 'en';
    const page = await browser.newPage({ viewport, colorScheme: 'light' });
    const shoot = async (name: string): Promise<void> => {
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ ...viewport, height: Math.min(Math.max(height, 300), TALLEST) });
      await page.screenshot({ path: join(folder, `${name}-${screen}.png`) });
      await page.setViewportSize(viewport);
    };
    for (const [name, { opened }] of Object.entries(views)) {
      const section =
        name === 'past-a-gate'
          ? 'decision-title'
          : opened?.startsWith('report') === true
            ? 'reports-title'
            : 'checklist-title';
      const part = opened === undefined ? '' : `&open=${opened}#${section}`;
      await page.goto(`${server.url}/${name}?lang=${language}${part}`);
      if (name === 'criteria' || name === 'decisions') await page.locator('summary').first().click();
      await shoot(name);
    }
    await page.setContent(renderLinkPage(linkViewOf(), language, false));
    await shoot('link');
    await page.setContent(renderLinkPage(linkViewOf({ reader }), language, false));
    await shoot('forwarded');
    await page.setContent(renderSignInPage({ next: '/worklist' }, language));
    await shoot('sign-in');
    await page.setContent(renderOutcomePage({ status: 'expired', language, toList: true }));
    await shoot('expired');
    await page.setContent(renderReferralPage(REFERRAL, language));
    await shoot('referral');
    await page.setContent(renderWorklistPage(worklistOf(3), language));
    await shoot('worklist');
    await page.setContent(renderBoardPage(boardOf(5), language));
    await shoot('board');
    await page.setContent(renderRegistersPage(registersView, language));
    await shoot('registers');
    await page.setContent(renderRegisterPage(registerOf(1), language));
    await shoot('register');
    await page.setContent(renderRegisterEntryPage(entryOf(2, 3), language));
    await shoot('register-entry');
    await page.setContent(renderRegisterEntryPage(vesselOf({ typed: { do: ['renewal'] } }), language));
    await shoot('register-acts');
    await page.setContent(renderCompetencePage(competenceOf(6), language));
    await shoot('competence');
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
