import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runAtmp } from './run-atmp.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'start-'));
  writeFileSync(join(dir, 'mine.txt'), '{"mails": {"lost": 1}}');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test.each([
  ['a foreign data directory', () => ['--data', dir], /atmp: Data directory .*: got 1 files of something else/],
  ['a file of faults it does not know', () => ['--faults', join(dir, 'mine.txt')], /atmp: Faults file .*lost/s],
])('%s ends the start with what is wrong, and without a stack', async (_what, args, why) => {
  const { code, complaint } = await runAtmp(['start', '--port', '0', ...args()]);
  expect(code).toBe(1);
  expect(complaint).toMatch(why);
  expect(complaint).not.toMatch(/\n\s+at /);
  expect(readdirSync(dir)).toEqual(['mine.txt']);
});
