import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Pages load it to run it. */
const SCRIPT = 'lambdas/browser/passkey.ts';

/** A statement of a module itself, which formatting keeps at the start of its line. */
const RUNS =
  /^(?:(?:if|for|while|switch|try|await|void|new|delete)\b|import ['"]|[A-Za-z_$][\w$.]*(?:\(|\[.*\] = | = ))/m;

test.each([
  "import './beside.ts';",
  'register(steps);',
  'z.config(locale);',
  'known.size = 3;',
  'if (known) forget();',
  'for (const one of all) keep(one);',
  'await load();',
])('%s runs when its module is loaded', (statement) => {
  expect(`export const known = new Map();\n\n${statement}\n`).toMatch(RUNS);
});

test('nothing of lambdas runs when it is loaded, because bundles leave out what is not used (sideEffects in package.json)', () => {
  const files = globSync('lambdas/**/*.ts').filter((path) => path !== SCRIPT);
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((path) => RUNS.test(readFileSync(path, 'utf8')))).toEqual([]);
  expect(readFileSync(SCRIPT, 'utf8')).toMatch(RUNS);
});
