import { describe, expect, test } from 'vitest';
import { DIFFERING } from '../../lambdas/domain/events/identity-data.ts';
import { everyAuthorisation } from '../../lambdas/domain/gates/every-authorisation.ts';
import { expiryCertified } from '../../lambdas/domain/gates/expiry-certified.ts';
import type { Gate } from '../../lambdas/domain/gates/gate.ts';
import { PROCEDURE_EFFECTIVE } from '../../lambdas/domain/gates/registers/procedure-effective.ts';
import { ON_ARRIVAL } from '../../lambdas/domain/journey/custody.ts';
import { LABEL_FAULTS } from '../../lambdas/domain/journey/label-faults.ts';
import { PARTIES } from '../../lambdas/domain/journey/parties.ts';
import { LOST_AFTER_CONDITIONING } from '../../lambdas/domain/journey/product-lost.ts';
import { NOT_NEEDED } from '../../lambdas/domain/phases/flow.ts';
import { flows } from '../../lambdas/domain/phases/index.ts';
import { GO_BASES } from '../../lambdas/domain/protocol/terms.ts';
import { REFERRAL_MEANING } from '../../lambdas/domain/referral/referral.ts';
import { CHANGE_CLASSES } from '../../lambdas/domain/registers/change-control.ts';
import { reports } from '../../lambdas/domain/reports/index.ts';
import { deviationAgainst } from '../../lambdas/domain/sign-off/checks.ts';
import { COMPETENT } from '../../lambdas/domain/sign-off/competence-gate.ts';
import { DOCUMENTS } from '../../lambdas/domain/steps/documents.ts';
import { steps } from '../../lambdas/domain/steps/index.ts';
import { ENTERED_FROM_PAPER, meaningsOf } from '../../lambdas/domain/steps/meanings.ts';
import { type Field, fieldsOf, rowFields } from '../../lambdas/pages/form/fields.ts';
import { schemasOf } from '../../lambdas/pages/form/form-key.ts';
import { dictionary } from '../../lambdas/pages/i18n/dictionary.ts';
import { pickLanguage } from '../../lambdas/pages/i18n/language.ts';
import { find, findByEnd } from '../../lambdas/pages/i18n/texts.ts';
import { rungOf } from '../../lambdas/pages/mail/step-mail.ts';
import { gateKey, LANGUAGES } from '../../lambdas/pages/views.ts';
import { quoted } from './support/source.ts';
import { everyStep, viewOf } from './support/views.ts';

const keysOf = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
    : [`${path}: ${typeof value}`];

const allFields = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [
    field,
    ...('fields' in field ? allFields(field.fields) : field.kind === 'rows' ? allFields(rowFields(field, 0)) : []),
  ]);

const fields = everyStep.flatMap((step) =>
  Object.values(schemasOf(viewOf(step))).flatMap((schema) => allFields(fieldsOf(schema, 'evidence'))),
);
const decisions = Object.values(steps).flatMap((step) => Object.values(step.decisions));
const items = Object.values(steps).flatMap(({ checklist }) => checklist?.items ?? []);
const namesOf = (gates: readonly Gate[]): readonly string[] => gates.map(({ name }) => name);
const against = [...decisions, ...items]
  .flatMap(({ deviations = [] }) => namesOf(deviations))
  .concat(items.flatMap(({ excursions = [] }) => namesOf(excursions)));

const everyGate = [
  ...namesOf(everyAuthorisation),
  ...[...decisions, ...items].flatMap(({ gates }) => namesOf(gates)),
  ...against,
  ...items.flatMap(({ foreseen = [] }) => namesOf(foreseen)),
  COMPETENT,
  PROCEDURE_EFFECTIVE,
];

/** What somebody can be shown or told, by the place of its words, read from the domain. */
const wanted = {
  options: fields.flatMap((field) => ('options' in field ? field.options.map(String) : [])),
  units: fields.flatMap(({ unit }) => unit ?? []),
  items: items.map(({ item }) => item),
  gateNames: everyGate,
  documentNames: DOCUMENTS,
  gates: everyGate.flatMap((name) => [gateKey(name, 'closed'), gateKey(name, 'unknown')]),
  deviations: [
    ...decisions.flatMap(({ deviation }) => deviation ?? []),
    LOST_AFTER_CONDITIONING,
    // The one day that is compared and rests on no clock.
    deviationAgainst(expiryCertified.name),
    ...against.map(deviationAgainst),
    deviationAgainst(COMPETENT),
    deviationAgainst(PROCEDURE_EFFECTIVE),
    ...[...decisions, ...items]
      .flatMap(({ gates }) => namesOf(gates.filter(({ byTime }) => byTime === true)))
      .map(deviationAgainst),
    ...Object.values(reports).flatMap(({ report, deviation, follows }) =>
      (deviation ?? follows) === undefined ? [] : [report],
    ),
    ...quoted('lambdas/domain/steps', /\{ kind: '([a-z-]+)', detail/g),
    ...quoted('lambdas/domain/sign-off/record-report.ts', /\{ kind: '([a-z-]+)'/g),
    ...quoted('lambdas/domain/commands', /\{ kind: '([a-z-]+)'/g),
    ...quoted('lambdas/domain/clocks/bedside-breaches.ts', /^ {4}\| '([a-z-]+)'/gm),
  ],
  reports: Object.keys(reports),
  notNeeded: [
    ...['carried-over', 'closing', 'registry'].flatMap((name) =>
      quoted(`lambdas/domain/journey/${name}.ts`, /(?:return|[?:]) '((?:[a-z]+-){2,}[a-z]+)'/g),
    ),
    ...quoted('lambdas/domain/steps', /notNeeded: .*[?:] '([a-z-]+)'/g),
  ],
  facts: quoted('lambdas/domain/journey', /(?:\['|: ')([a-zA-Z]+)'(?:,|\s|\])/g, /^facts.*\.ts$/).filter(
    (name) => !['conditioning', 'thaw'].includes(name),
  ),
  factWords: [
    ...quoted('lambdas/domain/journey/reopening.ts', /^ {2}\| '([a-z]+)'/gm),
    ...quoted('lambdas/domain/journey/facts-of-trouble.ts', /'([a-z]+-open)'/g),
    ...quoted('lambdas/domain/journey/facts-of-plan.ts', /\? '([a-z-]+)' :/g),
    ...GO_BASES,
    ...PARTIES,
    ...DIFFERING,
    'once-signed',
    ...CHANGE_CLASSES,
  ],
  faults: [
    ...quoted('lambdas/domain/journey/inspection.ts', /^ {4}([a-zA-Z]+): (?:z\.(?:boolean|string|array)|chain)/gm),
    ...LABEL_FAULTS,
    ...ON_ARRIVAL.map((name) => `custody-${name}`),
  ],
  fieldProblems: [
    ...quoted('lambdas/domain', /path: ['`](?!checklist)[^'`]+['`], problem: '([a-z-]+)'/g),
    ...quoted('lambdas/domain/sign-off/checks.ts', /problem: '([a-z-]+)'/g),
    ...quoted('lambdas/domain/reports/exemptions.ts', /invalid\(\s*'[a-zA-Z]+',\s*'([a-z-]+)'/g),
    ...quoted('lambdas/pages/form', /(?:errors\.set\([^,]+, |problem: )'([a-z-]+)'/g).filter(
      (problem) => !['check-fields', 'not-readable', 'too-large'].includes(problem),
    ),
    ...quoted('lambdas/pages/form/issues.ts', /'((?:too|wrong)-[a-z]+|required|confirm|choose-one)'/g),
    'enter-again',
    ...quoted('lambdas/sign-off/outside-limits.ts', /[`']((?:outside|describe)-[a-z]+)(?: |')/g),
  ],
  problems: [
    ...quoted('lambdas/domain', /path: 'checklist', problem: '([a-z-]+)'/g),
    ...quoted('lambdas/domain', /\{ problem: '([a-z-]+)'/g),
    ...quoted('lambdas/domain/sign-off/record-acknowledgement.ts', /problem: '([a-z-]+)'/g),
    ...quoted('lambdas/domain/sign-off/permission.ts', /forbidden\('([a-z-]+)'/g),
    ...quoted('lambdas/sign-off/problem.ts', /message: '([a-z-]+)'/g),
    ...quoted('lambdas/sign-off/outside-limits.ts', /message: '([a-z-]+)'/g),
    'not-readable',
    'too-large',
  ],
} as const;

test.each(LANGUAGES)('%s has every key of English and no other, and no text is empty', (language) => {
  expect(keysOf(dictionary(language))).toEqual(keysOf(dictionary('en')));
  expect(JSON.stringify(dictionary(language))).not.toContain('""');
});

describe.each(LANGUAGES)('words of the domain in %s', (language) => {
  const texts = dictionary(language);

  test.each(everyStep)('%s: title, decisions and meanings', (step) => {
    const definition = steps[step];
    const routed = Object.values(flows[definition.phase].stages).flatMap((stage) =>
      stage.kind === 'single'
        ? stage.step === step
          ? Object.keys(stage.routes)
          : []
        : stage.steps.filter((entry) => entry.step === step).map(({ pass }) => pass),
    );
    // What the pathway passes over by itself has words of its own: `notNeeded`.
    const known = new Set([...Object.keys(definition.decisions), ...routed].filter((one) => one !== NOT_NEEDED));
    expect(Object.keys(texts.steps[step].decisions).sort()).toEqual([...known].sort());
    expect(Object.keys(texts.steps[step].meanings)).toEqual(Object.keys(meaningsOf(step)));
    expect(texts.phases).toHaveProperty(definition.phase);
  });

  test.each(Object.entries(wanted))('%s: everything the domain can say, and nothing it never says', (place, names) => {
    expect(names.length).toBeGreaterThan(0);
    expect(Object.keys(texts[place as keyof typeof wanted]).sort()).toEqual([...new Set(names)].sort());
  });

  test('every field has a label, every hint and every form a field', () => {
    const unlabelled = fields.filter(({ name }) => findByEnd(texts.fields, name) === undefined);
    expect(unlabelled).toEqual([]);
    const ends = new Set(
      fields.flatMap(({ name }) => {
        const parts = name.split('.').filter((part) => !/^\d+$/.test(part));
        return parts.map((_, from) => parts.slice(from).join('.'));
      }),
    );
    const unused = [texts.fields, texts.hints, texts.forms].flatMap(Object.keys).filter((name) => !ends.has(name));
    expect(unused).toEqual([]);
    const asksWhy = fields.filter(({ kind, ...field }) => kind === 'text' && 'multiline' in field && field.multiline);
    expect(asksWhy.filter(({ name }) => findByEnd(texts.hints, name) === undefined)).toEqual([]);
  });

  test('every rung of every ladder has words', () => {
    for (const { ladder } of Object.values(steps)) {
      for (const { rung } of ladder) {
        expect(find(texts.mail.rungs, rungOf(rung))).toBeDefined();
        expect(find(texts.mail.rungs, rungOf(`${rung}-3`))).toBeDefined();
      }
    }
  });
});

test('English says what the domain says: titles are step names, and the meaning shown is the meaning signed', () => {
  for (const step of everyStep) {
    expect(dictionary('en').steps[step].title).toBe(step);
    expect(dictionary('en').steps[step].meanings).toEqual(meaningsOf(step));
  }
  expect(dictionary('en').page.enteredFromPaper).toBe(ENTERED_FROM_PAPER);
  expect(dictionary('en').referral.meaning).toBe(REFERRAL_MEANING);
});

test('the language is the one asked for, else the browser’s, else the site’s', () => {
  expect(pickLanguage('de', 'en-GB', 'en')).toBe('de');
  expect(pickLanguage('xx', 'it-IT, de-DE;q=0.8, en;q=0.5', 'en')).toBe('de');
  expect(pickLanguage(undefined, 'fr-CH, en;q=0.9', 'de')).toBe('fr');
  expect(pickLanguage('constructor', undefined, 'de')).toBe('de');
});
