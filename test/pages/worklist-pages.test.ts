import { expect, test } from 'vitest';
import { steps } from '../../lambdas/domain/steps/index.ts';
import { COURSE_PHASES, STEPS } from '../../lambdas/domain/vocabulary.ts';
import { renderAwayPage } from '../../lambdas/pages/away-page.ts';
import { renderBoardPage } from '../../lambdas/pages/board-page.ts';
import { renderJourneyPage } from '../../lambdas/pages/journey-page.ts';
import { renderSignInPage } from '../../lambdas/pages/sign-in-page.ts';
import { renderSignOffPage } from '../../lambdas/pages/sign-off-page.ts';
import { LANGUAGES } from '../../lambdas/pages/views.ts';
import { renderWorklistPage } from '../../lambdas/pages/worklist-page.ts';
import { viewOf } from './support/views.ts';
import { awayView, boardOf, journeyView, OWN, PATIENT, worklistOf } from './support/worklist-views.ts';

const MOST_BYTES = 60_000;
const text = (html: string): string => html.slice(html.indexOf('<main')).replace(/<[^>]*>/g, ' ');

test.each(LANGUAGES)(
  'no page in %s weighs more than 60 kB with 20 journeys, has a script, or loads anything',
  (language) => {
    const pages = [
      renderWorklistPage(worklistOf(20), language),
      renderBoardPage(boardOf(20), language),
      renderJourneyPage(journeyView, language),
      renderAwayPage(awayView, language),
      renderSignInPage({ next: '/worklist' }, language, 'wrong-credential'),
    ];
    for (const html of pages) {
      expect(Buffer.byteLength(html)).toBeLessThan(MOST_BYTES);
      expect(html).not.toMatch(/<script|<img|<link|<iframe| on[a-z]+="|style="|undefined|\[object|NaN/);
      expect(html.match(/<h1/g)).toHaveLength(1);
    }
  },
);

test.each(LANGUAGES)('every control of the pages in %s has a name of its own, and no id comes twice', (language) => {
  for (const html of [
    renderWorklistPage(worklistOf(3), language),
    renderBoardPage(boardOf(3), language),
    renderAwayPage(awayView, language),
    renderSignInPage({ next: '/board' }, language),
  ]) {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const controls = [...html.matchAll(/<(?:input|select)(?![^>]*type="hidden")[^>]*>/g)].map(([control]) => control);
    for (const control of controls) {
      expect(html).toContain(`for="${/ id="([^"]+)"/.exec(control)?.[1]}"`);
    }
    for (const [, label] of html.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(label);
  }
});

test('what is past is said in words, who holds it by name, and a similar name beside the patient', () => {
  const html = renderWorklistPage(worklistOf(3), 'en');
  expect(text(html)).toContain('OVERDUE since');
  expect(text(html)).toContain('Held by dr.one');
  expect(text(html)).toMatch(/7K2MPX4QN.*Erin Example.*born 5 Apr 1961.*MRN 4711.*SIMILAR NAME in 28T5CY4T5/);
  expect(text(renderBoardPage(boardOf(3), 'de'))).toContain('ÜBERFÄLLIG seit');
});

test('markup in a name is text', () => {
  const view = worklistOf(1, { ...PATIENT, name: '<b>"Erin"</b>' });
  expect(renderWorklistPage(view, 'en')).toContain('&lt;b>&quot;Erin&quot;&lt;/b>');
});

test('the board has the phases in order, with the step where the journey stands and done before it', () => {
  const html = renderBoardPage(boardOf(1), 'en');
  expect([...html.matchAll(/<th scope="col">([^<]*)</g)].map(([, title]) => title)).toEqual([
    'Journey',
    ...COURSE_PHASES,
    'Follow-up',
    'Next date',
  ]);
  const row = html.slice(html.indexOf('<tbody>'));
  expect(row.match(/class="gone">done/g)).toHaveLength(COURSE_PHASES.indexOf('Receipt'));
  expect(html).toContain('@page{size:A4 landscape');
});

test('the page of a step names the patient only where it is given one', () => {
  const view = viewOf('Accept receipt');
  expect(renderSignOffPage(view, 'en')).not.toContain('class="patient"');
  const own = text(renderSignOffPage(view, 'en', undefined, OWN));
  for (const shown of ['Erin Example', 'My worklist', 'Signed in: Dr One']) expect(own).toContain(shown);
  expect(text(renderSignOffPage(view, 'en', undefined, { name: 'Dr One' }))).not.toContain('Erin Example');
});

test('every step has its title in the list', () => {
  const [line] = worklistOf(1).lines;
  if (line === undefined) throw new Error('expected a line');
  for (const step of STEPS) {
    const view = { ...worklistOf(1), lines: [{ ...line, step, role: steps[step].role }] };
    expect(renderWorklistPage(view, 'de')).toContain(`value="Receipt.1.${step}"`);
  }
});

test('who changes the language while signing in still gets to where they wanted to be', () => {
  expect(renderSignInPage({ next: '/board' }, 'en')).toContain('href="?lang=de&amp;next=%2Fboard"');
});
