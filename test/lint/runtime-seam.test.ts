import { describe, expect, test } from 'vitest';
import { foldersOf, lintPlanted } from './planted.ts';

/** [what would go round the seam, the rule that must say so]. */
const ROUND_THE_SEAM: readonly (readonly [string, string])[] = [
  ['export const stage = process.env.STAGE;', 'noRestrictedGlobals'],
  ['export const { env } = process;', 'noRestrictedGlobals'],
  ['export const now = Date.now();', 'noRestrictedGlobals'],
  ['export const now = new Date();', 'noRestrictedGlobals'],
  ['export const clock = Date;', 'noRestrictedGlobals'],
  ['export const at = performance.now();', 'noRestrictedGlobals'],
  ['export const id = crypto.randomUUID();', 'noRestrictedGlobals'],
  ['export const now = globalThis.Date.now();', 'noRestrictedGlobals'],
  ['export const wait = () => setTimeout(() => {}, 10);', 'noRestrictedGlobals'],
  ['export const poll = () => setInterval(() => {}, 10);', 'noRestrictedGlobals'],
  ['export const chance = Math.random();', 'noJsRestrictedProperties'],
  ["export const chance = Math['random']();", 'noJsRestrictedProperties'],
  ['export const { random } = Math;', 'noJsRestrictedProperties'],
  [
    "import { Temporal } from 'temporal-polyfill';\nexport const now = Temporal.Now.instant();",
    'noJsRestrictedProperties',
  ],
  ["import { Temporal as T } from 'temporal-polyfill';\nexport const { Now } = T;", 'noJsRestrictedProperties'],
  ["import * as NowFns from 'temporal-polyfill/fns/Now';\nexport const now = NowFns.instant();", 'noRestrictedImports'],
  ["import { randomUUID } from 'node:crypto';\nexport const id = randomUUID();", 'plugin'],
  [
    "import { createHash, randomBytes as bytes } from 'node:crypto';\nexport const held = [createHash, bytes];",
    'plugin',
  ],
  ["import { randomFillSync } from 'node:crypto';\nexport const fill = randomFillSync;", 'plugin'],
  ["import crypto from 'node:crypto';\nexport const id = crypto.randomUUID();", 'plugin'],
  ["import * as crypto from 'node:crypto';\nexport const id = crypto.randomUUID();", 'plugin'],
  ["export { randomUUID } from 'node:crypto';", 'plugin'],
  ["export * from 'node:crypto';", 'plugin'],
  ["export const { randomUUID } = await import('node:crypto');", 'plugin'],
  ["import process from 'node:process';\nexport const { env } = process;", 'noRestrictedImports'],
  ["import { env } from 'node:process';\nexport const held = env;", 'noRestrictedImports'],
  ["import { performance } from 'node:perf_hooks';\nexport const at = performance.now();", 'noRestrictedImports'],
  ["import { setTimeout } from 'node:timers/promises';\nexport const wait = setTimeout;", 'noRestrictedImports'],
];

const SAFE = `import { createHash, createHmac, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

export const held = (options: ScryptOptions) => [createHash, createHmac, scrypt, timingSafeEqual, z, options];
export const later = ({ now }: { now(): string }) => now();
`;

const rulesAt = (path: string, source: string): readonly string[] | undefined =>
  lintPlanted([{ path, source }])[0]?.map(({ rule }) => rule);

describe('runtime seam', () => {
  describe.each(['lambdas/adapters/planted.ts', 'lib/constructs/planted.ts'])('%s', (path) => {
    const found = lintPlanted(ROUND_THE_SEAM.map(([source]) => ({ path, source })));
    test.each(ROUND_THE_SEAM.map(([source, rule], at) => [source, rule, at] as const))('%s → %s', (...[, rule, at]) => {
      expect(found[at]?.map((finding) => finding.rule)).toContain(rule);
    });
  });

  test('hashing, and time that comes as an argument, are welcome', () => {
    expect(rulesAt('lambdas/adapters/planted.ts', SAFE)).toEqual([]);
  });

  test('every folder of lambdas and lib is guarded', () => {
    const folders = [...foldersOf('lambdas'), ...foldersOf('lib')];
    expect(folders.length).toBeGreaterThan(20);
    const source = 'export const read = () => [process.env, Date.now(), Math.random()];\n';
    const found = lintPlanted(folders.map((folder) => ({ path: `${folder}/planted.ts`, source })));
    for (const [index, findings] of found.entries())
      expect(findings.map(({ rule }) => rule).sort(), folders[index]).toEqual([
        'noJsRestrictedProperties',
        'noRestrictedGlobals',
        'noRestrictedGlobals',
      ]);
  });

  test('the seam itself reads the process, the system clock and randomness, and nothing of ours', () => {
    const source = `import { randomFillSync } from 'node:crypto';
import * as NowFns from 'temporal-polyfill/fns/Now';

export const held = () => [process.env, NowFns.instant(), randomFillSync(new Uint8Array(1))];
`;
    expect(rulesAt('lambdas/middleware/runtime.ts', source)).toEqual([]);
    expect(rulesAt('lambdas/middleware/runtime-two.ts', source)).toEqual(
      expect.arrayContaining(['noRestrictedGlobals', 'noRestrictedImports', 'plugin']),
    );
  });
});
