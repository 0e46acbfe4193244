import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const FOLDER = new URL('docs/validation/', ROOT);

/** A file of tests, and the names of those in it that are meant: `` `file`: “one”, “two” ``. */
const CLAIM = /`(test\/[\w./-]+\.ts)`: ((?:“[^”]+”(?:, )?)+)/g;

const rows = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').split('\n'))
  .filter((line) => /^\| (?!Requirement|-)/.test(line) && !line.startsWith('|---'));

const claims = rows.flatMap((row) =>
  [...row.matchAll(CLAIM)].flatMap(([, file = '', names = '']) =>
    [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => ({ file, name })),
  ),
);

test('every requirement names a test that proves it, or says what is not there yet', () => {
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => row.search(CLAIM) < 0 && !row.includes('Not yet'))).toEqual([]);
});

test.each(claims)('$file has “$name”', ({ file, name }) => {
  const path = new URL(file, ROOT);
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8').replaceAll("\\'", "'")).toContain(name);
});
