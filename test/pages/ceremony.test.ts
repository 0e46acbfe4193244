import { expect, test } from 'vitest';
import { ceremony as german, offer as germanOffer } from '../../lambdas/pages/i18n/de/ceremony.ts';
import { ceremony as english, offer as englishOffer } from '../../lambdas/pages/i18n/en/ceremony.ts';

const all = (name: 'signing' | 'opening' | 'adding') => ({
  en: { ...englishOffer[name], ...english[name] },
  de: { ...germanOffer[name], ...german[name] },
});

test('whatever becomes of a file that is attached is said in both languages', () => {
  expect(Object.keys(german.attaching)).toEqual(Object.keys(english.attaching));
  expect(Object.values(german.attaching).filter((text) => Object.values(english.attaching).includes(text))).toEqual([]);
});

test('whatever becomes of a passkey is said in both languages, and that PIN or link remain', () => {
  for (const name of ['signing', 'opening', 'adding'] as const) {
    const { en, de } = all(name);
    expect(Object.keys(de)).toEqual(Object.keys(en));
    const same = Object.entries(en).filter(([key, text]) => Object(de)[key] === text);
    expect(same).toEqual([]);
  }
  for (const signing of Object.values(all('signing'))) {
    for (const key of ['cancelled', 'wrong-key', 'unsupported', 'failed'])
      expect((signing as Readonly<Record<string, string>>)[key]).toContain('PIN');
  }
});
