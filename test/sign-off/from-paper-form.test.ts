import { afterAll, beforeAll, expect, test } from 'vitest';
import { ENTERED_FROM_PAPER } from '../../lambdas/domain/steps/meanings.ts';
import { dictionary } from '../../lambdas/pages/i18n/dictionary.ts';
import { EXAMPLE_PIN } from '../../local/scenario/staff.ts';
import { formFor, pairsOf } from '../pages/support/controls.ts';
import { type Bench, open, post, startBench } from './bench.ts';

let bench: Bench;
let link: string;

beforeAll(async () => {
  bench = await startBench();
  link = await bench.linkTo('Register the referral');
});
afterAll(() => bench?.stop());

/** The forms of a page that is entered from paper post back to that page. */
const PAPER = 'en&paper=1';
const TYPED = {
  signer: 'coordinator',
  pin: EXAMPLE_PIN,
  'evidence.referralReference': 'letter 1',
  'evidence.diagnosisCode': 'C91.0',
  'evidence.identityChecked': 'true',
  'evidence.carerNamed': 'true',
  'paper.doneBy': 'coordinator',
  'paper.reference': 'downtime folder 3',
  occurredAt: '2027-01-11T08:30',
};

const form = (html: string) => new Map(pairsOf(formFor(html, 'registered')));

test('a step is signed now unless a person asks to enter it from paper', async () => {
  const { html } = await open(bench, link);
  expect(form(html).has('paper.doneBy')).toBe(false);
  expect(html).toContain('href="?lang=en&amp;paper=1"');
});

test('the page from paper asks who did it, when, and where the paper is, and says what the signature means', async () => {
  const { html } = await open(bench, link, PAPER);
  expect([...form(html).keys()]).toEqual(expect.arrayContaining(['paper.doneBy', 'paper.reference', 'paper.sha256']));
  expect(formFor(html, 'registered')).toContain(ENTERED_FROM_PAPER);
  expect(html).toContain('href="?lang=en"');
});

test('what is missing or wrong is told at its field, and what was typed is kept', async () => {
  const { html } = await open(bench, link, PAPER);
  const missing = await post(
    bench,
    link,
    html,
    'registered',
    { ...TYPED, occurredAt: '', 'paper.reference': '' },
    PAPER,
  );
  expect(missing.status).toBe(422);
  expect(missing.html).toContain(
    '<a href="#registered-paper-reference">Where the paper or its scan is found: please fill in</a>',
  );
  expect(form(missing.html).get('paper.doneBy')).toBe('coordinator');
  const unknown = await post(bench, link, html, 'registered', { ...TYPED, 'paper.doneBy': 'nobody' }, PAPER);
  expect(unknown.status).toBe(422);
  expect(unknown.html).toContain('Who signed the paper (user id): is the user id of nobody');
});

test('the page then says who did it, and who entered it from paper; signed in French, it is recorded in English', async () => {
  const french = 'fr&paper=1';
  const { html } = await open(bench, link, french);
  expect(html).toContain(dictionary('fr').page.unreviewed);
  expect((await post(bench, link, html, 'registered', TYPED, french)).status).toBe(200);
  const { html: after } = await open(bench, link);
  expect(after).toContain(ENTERED_FROM_PAPER);
  expect(after).toContain('signed by coordinator');
  expect(after).toContain('From paper, entered by coordinator.');
});
