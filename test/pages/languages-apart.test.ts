import { expect, test } from 'vitest';
import { dictionary } from '../../lambdas/pages/i18n/dictionary.ts';

/** Every text by its place; a text that is a function is asked for with a letter for each of its parts. */
function textsOf(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value('X', 'X', 'X', 'X', 'X'))]];
  return Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

const english = textsOf(dictionary('en'));
const german = textsOf(dictionary('de'));

/** Words that stand in no sentence of the other language. */
const ENGLISH_ONLY = /\b(the|of|and|this|that|with|please|has|have|been|you|your|until|from|by|is|are|there)\b/i;
const GERMAN_ONLY =
  /[äöüß„]|\b(der|das|dem|den|und|ist|nicht|bitte|wird|wurde|mit|für|von|sind|ein|eine|oder|ich|sie|bis|noch)\b/i;

test('no German in English, and no English in German', () => {
  expect(english.filter(([, text]) => GERMAN_ONLY.test(text))).toEqual([]);
  expect(german.filter(([, text]) => ENGLISH_ONLY.test(text.replaceAll('Chain of Identity', '')))).toEqual([]);
});

/** Names that hospitals of both languages use. */
const BOTH =
  /^(ATMP Journey|GO|optional|PIN|CAPA|Phase|Order|kg|s|PDF|PNG|JPEG|CSV|SHA-256|%|°C|CRS|ICANS|FMEA|FMECA|Alarm|Audit|Installation \(IQ\)|Name|Register|Status|Team|Version|(hiv|HIV|Syphilis|Biopsy).*|(Version )?X( \(X, X\)|: X|, X|: X, X|: X \(X\))?)$/;

test('what reads the same in both languages is a name', () => {
  const germanAt = new Map(german);
  const same = english.filter(([path, text]) => germanAt.get(path) === text && !BOTH.test(text));
  expect(same).toEqual([]);
});

const others = [
  ['fr', textsOf(dictionary('fr'))],
  ['es', textsOf(dictionary('es'))],
] as const;

test.each(others)('no English or German in %s, and no sentence that was left in English', (_language, texts) => {
  const words = /(?<!\p{L})(the|of|and|this|that|with|please|have|been|you|your|until|from|by|is|there)(?!\p{L})/iu;
  const german = /[äöß„]|(?<!\p{L})(der|das|dem|und|ist|nicht|bitte|wird|wurde|mit|für|von|oder|ich)(?!\p{L})/iu;
  expect(texts.filter(([, text]) => words.test(text) || german.test(text))).toEqual([]);
  const englishAt = new Map(english);
  const same = texts.filter(([path, text]) => englishAt.get(path) === text && /\p{L}{2,} \p{L}{2,}/u.test(text));
  expect(same.filter(([, text]) => !BOTH.test(text))).toEqual([]);
});

test('French stands before its high punctuation with a space that does not break, Spanish opens its questions', () => {
  const [[, french], [, spanish]] = others;
  expect(french.filter(([, text]) => / [:;?!»]|« /.test(text))).toEqual([]);
  expect(spanish.filter(([, text]) => text.includes('?') && !text.includes('¿'))).toEqual([]);
});
