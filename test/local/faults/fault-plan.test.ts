import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NO_FAULTS, parseFaults, readFaultsFile } from '../../../local/faults/fault-plan.ts';
import { Faults } from '../../../local/faults/faults.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'faults-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const file = (text: string): string => {
  const path = join(dir, 'faults.json');
  writeFileSync(path, text);
  return path;
};

test('a file says the seed and how often; what it does not name never happens', () => {
  const plan = readFaultsFile(file('{"seed": 7, "schedules": {"twice": 1}}'));
  expect(plan).toEqual({ ...NO_FAULTS, seed: 7, schedules: { twice: 1, late: 0, never: 0 } });
});

test.each([
  ['no JSON', 'seed: 7', /expected JSON/],
  ['a name that is not known', '{"seed": 7, "schedule": {"twice": 1}}', /schedule/],
  ['more than always', '{"seed": 7, "mails": {"returned": 2}}', /mails\.returned/],
  ['no seed', '{}', /seed/],
])('a file with %s is refused by its path', (_what, text, why) => {
  const path = file(text);
  expect(() => readFaultsFile(path)).toThrow(path);
  expect(() => readFaultsFile(path)).toThrow(why);
});

test('the same seed draws the same, another run of it draws anew', () => {
  const plan = parseFaults({ seed: 3, mails: { returned: 0.5 } });
  const drawn = (run: number): readonly boolean[] => {
    const faults = new Faults(plan, run);
    return Array.from({ length: 40 }, () => faults.hits('mails/returned', plan.mails.returned));
  };
  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(2)).not.toEqual(drawn(1));
});
