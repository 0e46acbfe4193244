import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { mendParallel } from './mend-parallel.ts';

const BRANCH = `            results[idx] = run(
                effective, execution, ctx)
        except Exception as exc:
            errors[idx] = exc
`;

function moduleOf(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'mend-parallel-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'stepfunctions.py');
  writeFileSync(file, source);
  return file;
}

test('each branch gets a copy of the context, however often it is mended', () => {
  const file = moduleOf(BRANCH);
  mendParallel(file);
  mendParallel(file);
  expect(readFileSync(file, 'utf8')).toBe(BRANCH.replace('ctx)', 'dict(ctx))'));
});

test('another module is refused, and stays as it is', () => {
  const file = moduleOf('pass\n');
  expect(() => mendParallel(file)).toThrow('expected one place that starts a branch, got 0');
  expect(readFileSync(file, 'utf8')).toBe('pass\n');
});
