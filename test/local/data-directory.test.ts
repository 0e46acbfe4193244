import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Store } from '../../local/aws/store.ts';
import { openDataDirectory } from '../../local/data-directory.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'data-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const path = (name: string): string => join(dir, name);
/** Every file of the directory with what is in it. */
const contents = (): readonly (readonly [string, string])[] =>
  readdirSync(dir).map((name) => [name, readFileSync(path(name), 'base64')] as const);

/** A directory of ours, with one mail in it. */
function used(): void {
  const store = new Store(dir);
  store.run('INSERT INTO mail (at, message) VALUES (?, ?)', 'now', 'kept');
  store.close();
}
const mails = (): number => {
  const store = new Store(dir);
  const { length } = store.all('SELECT * FROM mail');
  store.close();
  return length;
};

function expectRefused(why: RegExp): void {
  const before = contents();
  expect(() => new Store(dir)).toThrow(why);
  expect(() => new Store(dir)).toThrow(`Data directory ${dir}: `);
  expect(contents()).toEqual(before);
}

test('a new, an empty and our own directory are opened', () => {
  used();
  expect(mails()).toBe(1);
  dir = join(dir, 'new', 'deeper');
  used();
  expect(mails()).toBe(1);
});

test('a foreign directory, and a foreign database under our name', () => {
  writeFileSync(path('thesis.txt'), 'years of work');
  expectRefused(/1 files of something else/);
  rmSync(path('thesis.txt'));
  const other = new DatabaseSync(path('aws.sqlite'));
  other.exec('PRAGMA application_id = 7; CREATE TABLE t (a)');
  other.close();
  expectRefused(/another application/);
});

test('what is no directory', () => {
  writeFileSync(path('file'), '');
  expect(() => openDataDirectory(path('file'))).toThrow(/cannot be made or read.*Give a directory/);
});

test('a database that is not whole, of either kind', () => {
  used();
  writeFileSync(path('dynamodb.sqlite'), 'not a database, but long enough to be read as the head of one. '.repeat(20));
  expectRefused(/dynamodb\.sqlite is not whole/);
  rmSync(path('dynamodb.sqlite'));
  const whole = readFileSync(path('aws.sqlite'));
  whole.fill(0x5a, 4096, whole.length - 2048);
  writeFileSync(path('aws.sqlite'), whole);
  expectRefused(/aws\.sqlite is not whole/);
});

test.each([0, 2])('schema %i of another release', (version) => {
  used();
  const database = new DatabaseSync(path('aws.sqlite'));
  database.exec(`PRAGMA user_version = ${version}`);
  database.close();
  expectRefused(new RegExp(`got schema ${version}, expected 1`));
});

test('a second process', () => {
  used();
  const first = new Store(dir);
  expect(() => new Store(dir)).toThrow(/in use by another process/);
  first.run('INSERT INTO mail (at, message) VALUES (?, ?)', 'now', 'also kept');
  first.close();
  expect(mails()).toBe(2);
});

test('a disk that is nearly full', () => {
  mkdirSync(path('data'));
  expect(() => openDataDirectory(path('data'), () => 5_000_000)).toThrow(
    /got 4 MiB of free space, expected at least 32/,
  );
  expect(readdirSync(path('data'))).toEqual([]);
});

test('a disk that becomes full: the write is refused in clear words, what was answered before is kept', () => {
  const store = new Store(dir);
  store.run('INSERT INTO mail (at, message) VALUES (?, ?)', 'now', 'kept');
  const { page_count: pages } = store.get<{ page_count: number }>('PRAGMA page_count') ?? { page_count: 0 };
  store.get(`PRAGMA max_page_count = ${pages}`);
  const large = 'x'.repeat(100_000);
  expect(() => store.run('INSERT INTO mail (at, message) VALUES (?, ?)', 'now', large)).toThrow(/the disk is full/);
  store.close();
  expect(mails()).toBe(1);
});
