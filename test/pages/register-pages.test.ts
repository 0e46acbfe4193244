import { expect, test } from 'vitest';
import * as z from 'zod';
import { registers } from '../../lambdas/domain/registers/index.ts';
import { renderCompetenceOfPage, renderCompetencePage } from '../../lambdas/pages/competence-page.ts';
import { dictionary } from '../../lambdas/pages/i18n/dictionary.ts';
import { renderRegisterEntryPage } from '../../lambdas/pages/register-entry-page.ts';
import { renderRegisterPage } from '../../lambdas/pages/register-page.ts';
import { renderRegistersPage } from '../../lambdas/pages/registers-page.ts';
import { LANGUAGES } from '../../lambdas/pages/views.ts';
import {
  actingOn,
  competenceOf,
  competenceOfOne,
  entryOf,
  registerOf,
  registersView,
  vesselOf,
} from './support/register-views.ts';

const MOST_BYTES = 60_000;
const text = (html: string): string =>
  html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

/** Of a product with as many certificates as it can have. */
const PARTS = Array.from({ length: 42 }, (_, place) => `Accreditation of the whole programme ${place}`);

test.each(LANGUAGES)(
  'no page of registers in %s weighs more than 60 kB, has a script, or loads anything',
  (language) => {
    const long = (number: number): string => `${'<"Vessel & co">'.repeat(13)} ${number}`;
    for (const html of [
      renderRegistersPage(registersView, language),
      renderRegisterPage(registerOf(33), language),
      renderRegisterEntryPage(entryOf(1, 3), language),
      renderRegisterEntryPage(entryOf(100, 200, 120), language),
      renderRegisterEntryPage({ ...entryOf(3, 30, 500), asOf: '2026-11-01' }, language),
      renderRegisterEntryPage(actingOn(entryOf(100, 200, 120), 20, { parts: PARTS }), language),
      renderRegisterEntryPage(vesselOf({ done: 'quarantine' }), language),
      renderCompetencePage(competenceOf(60), language),
      renderCompetenceOfPage(competenceOfOne(300), language),
    ]) {
      expect(Buffer.byteLength(html)).toBeLessThan(MOST_BYTES);
      expect(html).not.toMatch(/<script|<img|<link|<iframe| on[a-z]+="|style="|undefined|\[object|NaN/);
      expect(html.match(/<h1/g)).toHaveLength(1);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    const hostile = renderRegisterPage(registerOf(33, long), language);
    expect(Buffer.byteLength(hostile)).toBeLessThan(MOST_BYTES);
    expect(hostile).not.toContain('<"Vessel');
  },
);

test('what may not be used says so in words, with the reason, and stands first', () => {
  const said = text(renderRegisterPage(registerOf(1), 'en'));
  for (const reason of [
    'LN2 vessel 1 LN2/001 · version 3 NOT TO BE USED in quarantine: alarm of 29 November',
    'NOT TO BE USED Calibration ended on 30 Nov 2026',
    'NOT TO BE USED Qualification counts from 5 Dec 2026 on',
    'NOT KNOWN, ask before use last read from Asset register on Fri 20 Nov 2026, 07:00, too long ago',
    'NOT KNOWN, ask before use it rests on AG-7, which is not in the register “Agreements and suppliers”',
    // It is closed by another entry, which is named.
    'NOT TO BE USED LN2 vessel 1: in quarantine',
    'May be used 10 Jan 2027: Calibration Cell laboratory here',
    'Asset register, read within the last day',
  ]) {
    expect(said).toContain(reason);
  }
  expect(said.lastIndexOf('NOT TO BE USED')).toBeLessThan(said.indexOf('May be used'));
  expect(text(renderRegisterPage(registerOf(1), 'de'))).toContain('NICHT VERWENDEN Kalibrierung endete am');
});

test('an id with a slash is one part of an address, and another page is asked for by its number', () => {
  const html = renderRegisterPage(registerOf(1), 'en');
  expect(html).toContain('href="/worklist/registers/equipment/LN2~001?lang=en"');
  expect(html).toContain('href="/worklist/registers/equipment?page=3&amp;lang=en"');
  expect(html).toContain('href="?lang=de&amp;page=2"');
});

test('an entry says how it stands, what it says, and what changed from version to version', () => {
  const headcount = [
    { task: 'thaw', need: 3, have: 3, short: { from: '2027-03-14', have: 2, because: ['lea'] } },
  ] as const;
  const said = text(renderRegisterEntryPage({ ...entryOf(1, 2), headcount }, 'en'));
  expect(said).toContain('Thawing 3 of 3; from 14 Mar 2027 on 2; no assessment counts of lea.');
  for (const part of [
    'RA-3/1 · version 2 · Who sees to it: Quality assurance',
    'version 1: from 1 Feb 2026 on',
    'Effectiveness check: to be done by 24 Dec 2026',
    'Rests on AG/7 (Agreements and suppliers)',
    'Status in force',
    'Hazards 1, Severity (1 to 10) 10',
    'Version 2, Sun 1 Nov 2026, 08:10',
    'Entered by qa.one, with lead as second',
    'Status Before: draft → Now: in force',
    'Hazards 1, Action Before: nothing → Now: &lt;i>separate',
    'Version 1, Sun 1 Nov 2026, 08:10 Entered by qa.one',
    'The first version.',
  ]) {
    expect(said).toContain(part);
  }
});

test('what is too much for a page is cut, and says how much and where the rest is', () => {
  const said = text(renderRegisterEntryPage(entryOf(100, 200, 120), 'en'));
  expect(said.match(/\d+ more are not shown here\. The export of the register/g)).toHaveLength(2);
});

test('an entry shows what waits for it, what the reader can sign, and what came of it', () => {
  const html = renderRegisterEntryPage(vesselOf(), 'en');
  expect(text(html)).toContain('3 more steps, of journeys that you do not see.');
  expect(html).toContain('href="/worklist/journeys/7K2MPX4Q0?lang=en"');
  expect([...html.matchAll(/name="do" value="([^"]+)"/g)].map(([, act]) => act)).toEqual(['quarantine', 'renewal']);
  expect(html).not.toContain('<details class="card" id="quarantine" open');
  expect(text(html)).toContain('Renewed by evidence, signed with PIN Evidence: CAL-2026-118, done on 1 Nov 2026');
  const typed = { do: ['renewal'], part: ['alarm test'], reference: ['<b>T-1'], on: ['2026-11-30'] };
  const refused = renderRegisterEntryPage(vesselOf({ problem: { key: 'wrong-credential' }, typed }), 'en');
  expect(refused).toMatch(/<section class="banner bad" role="alert">.*The PIN is wrong/);
  expect(refused).toMatch(/id="renewal" open.*selected[^>]*>Alarm test.*value="2026-11-30".*value="&lt;b>T-1"/);
  const said = renderRegisterEntryPage(vesselOf({ problem: { key: 'refused', message: 'part: got <i>' } }), 'fr');
  expect(said).toContain('<p lang="en">part: got &lt;i></p>');
});

test('an entry of another day says so, keeps the day when the language is changed, and leads back', () => {
  const html = renderRegisterEntryPage({ ...entryOf(1, 2), asOf: '2026-11-01' }, 'en');
  expect(text(html)).toContain('This is how it stood at the end of 1 Nov 2026, not how it stands now.');
  expect(html).toContain('href="?lang=de&amp;asOf=2026-11-01"');
  expect(html).toContain('href="/worklist/registers/risk-assessments/RA-3~1?lang=en"');
  const { line: _, ...none } = entryOf(1, 2);
  const before = renderRegisterEntryPage({ ...none, leaves: [], versions: [], problem: 'not-yet-there' }, 'en');
  expect(text(before)).toContain('On that day it was not in the register yet.');
});

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
}

/** Names of fields of an entry, at any depth, and the values of those that are chosen from a list. */
const wordsIn = (schema: Schema): { readonly fields: readonly string[]; readonly values: readonly string[] } => {
  const below = [schema.items, ...(schema.anyOf ?? [])].flatMap((one) => (one === undefined ? [] : [wordsIn(one)]));
  const named = Object.entries(schema.properties ?? {}).map(([name, one]) => ({ name, one, ...wordsIn(one) }));
  const chosen = named.filter(({ name }) => ['status', 'type', 'kind', 'class', 'method'].includes(name));
  return {
    fields: [...named.flatMap(({ name, fields }) => [name, ...fields]), ...below.flatMap(({ fields }) => fields)],
    values: [
      ...chosen.flatMap(({ one }) => (one.enum ?? []).map(String)),
      ...named.flatMap(({ values }) => values),
      ...below.flatMap(({ values }) => values),
    ],
  };
};

test.each(Object.entries(registers))('every field of %s has a name, and every status a word', (_, definition) => {
  const { fields, values } = wordsIn(z.toJSONSchema(definition.entry(), { io: 'input' }) as Schema);
  const words = dictionary('en').registerWords;
  expect(fields.filter((one) => !Object.hasOwn(words.fields, one))).toEqual([]);
  expect(values.filter((one) => !Object.hasOwn(words.values, one))).toEqual([]);
});
