import { expect, test } from 'vitest';
import { LANGUAGES } from '../../lambdas/domain/language.ts';
import { ceremony as de } from '../../lambdas/pages/i18n/de/ceremony.ts';
import { dictionary } from '../../lambdas/pages/i18n/dictionary.ts';
import { ceremony as en } from '../../lambdas/pages/i18n/en/ceremony.ts';
import { ceremony as es } from '../../lambdas/pages/i18n/es/ceremony.ts';
import { ceremony as fr } from '../../lambdas/pages/i18n/fr/ceremony.ts';

const ceremonies = { en, de, fr, es };

test('whatever becomes of a file that is attached is said in every language', () => {
  const all = LANGUAGES.map((language): Readonly<Record<string, string>> => ceremonies[language].attaching);
  const keys = Object.keys(en.attaching);
  for (const texts of all) expect(Object.keys(texts)).toEqual(keys);
  for (const key of keys) expect(new Set(all.map((texts) => texts[key])).size).toBe(LANGUAGES.length);
});

const all = (name: 'signing' | 'opening' | 'adding') =>
  LANGUAGES.map(
    (language): Readonly<Record<string, string>> => ({
      ...dictionary(language).offer[name],
      ...ceremonies[language][name],
    }),
  );

test('whatever becomes of a passkey is said in every language, and that PIN or link remain', () => {
  for (const name of ['signing', 'opening', 'adding'] as const) {
    const keys = Object.keys({ ...dictionary('en').offer[name], ...en[name] });
    for (const texts of all(name)) expect(Object.keys(texts)).toEqual(keys);
    for (const key of keys) expect(new Set(all(name).map((texts) => texts[key])).size).toBe(LANGUAGES.length);
  }
  for (const signing of all('signing')) {
    for (const key of ['cancelled', 'wrong-key', 'unsupported', 'failed']) expect(signing[key]).toContain('PIN');
  }
});
