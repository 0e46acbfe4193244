import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { virtualClock } from '../../../local/clock/virtual-clock.ts';
import { TABLES_FILE } from '../../../local/data-directory.ts';
import { copyTables, planRestores } from '../../../local/faults/table-copies.ts';

const HOUR_MS = 3_600_000;

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'copies-'));
  run('CREATE TABLE notes (text TEXT)');
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function run(sql: string): void {
  const database = new DatabaseSync(join(dataDir, TABLES_FILE));
  database.exec(sql);
  database.close();
}
function notes(): readonly string[] {
  const database = new DatabaseSync(join(dataDir, TABLES_FILE));
  const rows = database.prepare('SELECT text FROM notes').all() as { text: string }[];
  database.close();
  return rows.map(({ text }) => text);
}
const copiesLeft = (): number => readdirSync(dataDir).filter((name) => name.includes('copy')).length;

test('a copy is gone when it was put back, or is wanted no more', async () => {
  run("INSERT INTO notes VALUES ('old')");
  const [first, second] = [await copyTables(dataDir), await copyTables(dataDir)];
  run("INSERT INTO notes VALUES ('new')");
  expect(copiesLeft()).toBe(2);
  first.putBack();
  expect([notes(), copiesLeft()]).toEqual([['old'], 1]);
  second.drop();
  expect(copiesLeft()).toBe(0);
});

test('restores that are planned keep a copy for the hour before them alone, and none of a process that was killed', async () => {
  writeFileSync(join(dataDir, 'dynamodb-copy-1.sqlite'), 'left by another process');
  const clock = virtualClock('2026-03-01T00:00:00Z');
  const forgotten: number[] = [];
  const lambda = { forget: () => void forgotten.push(clock.now()) };
  planRestores([2 * 3600, 12 * 3600], { clock, dataDir, lambda });
  expect(copiesLeft()).toBe(0);
  for (const [hours, left] of [
    [1.5, 1],
    [1, 0],
    [9, 1],
    [1, 0],
  ] as const) {
    await clock.advance(hours * HOUR_MS);
    expect(copiesLeft()).toBe(left);
  }
  expect(forgotten).toHaveLength(2);
  clock.stop();
});
