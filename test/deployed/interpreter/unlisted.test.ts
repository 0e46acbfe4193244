import { expect, test } from 'vitest';
import { CASES, titleOf } from '../../local/step-functions/suite/cases.ts';
import { DIFFERENCES, NOT_PLAYED } from '../../local/step-functions/suite/differences.ts';
import { unlisted } from './unlisted.ts';

const LISTED = { 'a name that is too long': { emulator: 'start taken', we: 'start InvalidName' } };
const [TITLE, KNOWN] = Object.entries(LISTED)[0] ?? [];

test('differences that are listed, and cases without any, are as expected', () => {
  const seen = new Map([
    [TITLE ?? '', KNOWN],
    ['another', undefined],
  ]);
  expect(unlisted(seen, LISTED)).toEqual([]);
});

test('a difference that is not listed is told, and one that is another by now', () => {
  const other = { emulator: 'start ValidationException', we: 'start InvalidName' };
  const seen = new Map([
    [TITLE ?? '', other],
    ['another', other],
  ]);
  expect(unlisted(seen, LISTED)).toEqual([
    'a name that is too long: got emulator "start ValidationException", we "start InvalidName", expected emulator "start taken", we "start InvalidName"',
    'another: got emulator "start ValidationException", we "start InvalidName", expected no difference',
  ]);
});

test('a difference that is gone is told, whether its case goes as it should or is no case any more', () => {
  expect(unlisted(new Map([[TITLE ?? '', undefined]]), LISTED)).toEqual([
    'a name that is too long: got no difference, expected emulator "start taken", we "start InvalidName"',
  ]);
  expect(unlisted(new Map(), LISTED)).toEqual(['a name that is too long: listed, but no case that was played']);
});

test('each case is called by a title of its own, and every title that is listed is one', () => {
  const titles = CASES.map(titleOf);
  expect(new Set(titles).size).toBe(titles.length);
  const listed = [...Object.keys(DIFFERENCES), ...Object.keys(NOT_PLAYED)];
  expect(listed.filter((title) => !titles.includes(title))).toEqual([]);
});
