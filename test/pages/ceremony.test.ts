import { expect, test } from 'vitest';
import { ceremony as german } from '../../lambdas/pages/i18n/de/ceremony.ts';
import { ceremony as english } from '../../lambdas/pages/i18n/en/ceremony.ts';

test('whatever becomes of a passkey is said in both languages, and that PIN or link remain', () => {
  for (const name of ['signing', 'adding'] as const) {
    expect(Object.keys(german[name])).toEqual(Object.keys(english[name]));
    const same = Object.entries(english[name]).filter(([key, text]) => Object(german[name])[key] === text);
    expect(same).toEqual([]);
  }
  for (const { signing } of [german, english]) {
    for (const key of ['cancelled', 'wrong-key', 'unsupported', 'failed'] as const)
      expect(signing[key]).toContain('PIN');
  }
});
