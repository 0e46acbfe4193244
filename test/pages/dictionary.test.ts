import { describe, expect, test } from 'vitest';
import { flows } from '../../lambdas/domain/phases/index.ts';
import { steps } from '../../lambdas/domain/steps/index.ts';
import { meaningsOf } from '../../lambdas/domain/steps/meanings.ts';
import { type Field, fieldsOf, schemasOf } from '../../lambdas/pages/form/fields.ts';
import { dictionary } from '../../lambdas/pages/i18n/dictionary.ts';
import { pickLanguage } from '../../lambdas/pages/i18n/language.ts';
import { rungOf } from '../../lambdas/pages/mail/step-mail.ts';
import { gateKey, LANGUAGES } from '../../lambdas/pages/views.ts';
import { everyStep, viewOf } from './support/views.ts';

const keysOf = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
    : [`${path}: ${typeof value}`];

const allFields = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [field, ...(field.kind === 'group' ? allFields(field.fields) : [])]);

test('German has every key of English and no other, and no text is empty', () => {
  expect(keysOf(dictionary('de'))).toEqual(keysOf(dictionary('en')));
  expect(JSON.stringify(LANGUAGES.map(dictionary))).not.toContain('""');
});

describe.each(LANGUAGES)('words of the domain in %s', (language) => {
  const texts = dictionary(language);

  test.each(everyStep)('%s: decisions, fields, options and checklist', (step) => {
    const definition = steps[step];
    const stage = Object.values(flows[definition.phase].stages);
    const routed = stage.flatMap((one) =>
      one.kind === 'single'
        ? one.step === step
          ? Object.keys(one.routes)
          : []
        : one.steps.filter((entry) => entry.step === step).map(({ pass }) => pass),
    );
    const decisions = new Set([...Object.keys(definition.decisions), ...routed]);
    expect(Object.keys(texts.steps[step].decisions).sort()).toEqual([...decisions].sort());
    for (const schema of Object.values(schemasOf(viewOf(step)))) {
      for (const field of allFields(fieldsOf(schema, 'evidence'))) {
        expect(texts.fields).toHaveProperty(field.key);
        if (field.kind === 'choice') for (const one of field.options) expect(texts.options).toHaveProperty(String(one));
      }
    }
    for (const { item } of definition.checklist?.items ?? []) expect(Object.keys(texts.options)).toContain(item);
    expect(Object.keys(texts.steps[step].meanings)).toEqual(Object.keys(meaningsOf(step)));
    const gates = [...Object.values(definition.decisions), ...(definition.checklist?.items ?? [])].flatMap((one) =>
      one.gates.flatMap(({ name }) => [gateKey(name, 'closed'), gateKey(name, 'unknown')]),
    );
    for (const gate of gates) expect(Object.keys(texts.gates)).toContain(gate);
  });

  test('every rung of every ladder has words', () => {
    for (const { ladder } of Object.values(steps)) {
      for (const { rung } of ladder)
        expect(texts.mail.rungs[rungOf(`${rung}-3`)] && texts.mail.rungs[rungOf(rung)]).toBeDefined();
    }
  });
});

test('English says what the domain says: titles are step names, and the meaning shown is the meaning signed', () => {
  for (const step of everyStep) {
    expect(dictionary('en').steps[step].title).toBe(step);
    expect(dictionary('en').steps[step].meanings).toEqual(meaningsOf(step));
  }
});

test('the language is the one asked for, else the browser’s, else the site’s', () => {
  expect(pickLanguage('de', 'en-GB', 'en')).toBe('de');
  expect(pickLanguage('xx', 'fr-FR, de-DE;q=0.8, en;q=0.5', 'en')).toBe('de');
  expect(pickLanguage('constructor', undefined, 'de')).toBe('de');
});
