import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../../local/temporary-directory.ts';

test('the directory of a run that is gone is removed, that of a running one and what is not ours stay', () => {
  const parent = mkdtempSync(join(tmpdir(), 'parent-'));
  const { pid } = spawnSync(process.execPath, ['--version']);
  const [gone, own, other] = [`atmp-journey-${pid}-a`, `atmp-journey-${process.pid}-b`, 'other'].map((name) =>
    join(parent, name),
  );
  for (const path of [gone, own, other]) mkdirSync(String(path));
  expect(existsSync(temporaryDirectory(['/nowhere', parent]))).toBe(true);
  expect([gone, own, other].map((path) => existsSync(String(path)))).toEqual([false, true, true]);
  rmSync(parent, { recursive: true });
});
