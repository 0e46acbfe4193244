import { describe, expect, test } from 'vitest';
import { foldersOf, lintPlanted } from './planted.ts';

const importing = (specifier: string): string => `import { thing } from '${specifier}';\nexport const held = thing;\n`;

/** [importing file, what it imports]: each must be refused. */
const REFUSED: readonly (readonly [string, string])[] = [
  ['lambdas/domain/planted.ts', '../adapters/table-keys.ts'],
  ['lambdas/domain/planted.ts', '../sign-off/show.ts'],
  ['lambdas/domain/planted.ts', 'node:crypto'],
  ['lambdas/domain/planted.ts', '@aws-sdk/client-sfn'],
  ['lambdas/domain/planted.ts', 'temporal-polyfill/global'],
  ['lambdas/domain/planted.ts', 'temporal-polyfill'],
  ['lambdas/domain/journey/planted.ts', 'temporal-polyfill/fns/Now'],
  ['lambdas/pages/form/planted.ts', 'temporal-polyfill/fns/Now'],
  ['lambdas/domain/steps/planted.ts', '../../adapters/table-keys.ts'],
  ['lambdas/domain/steps/planted.ts', '../../../lib/config.ts'],
  ['lambdas/domain/steps/planted.ts', '../../../protocols/kymriah-1.json'],
  ['lambdas/domain/steps/deeper/planted.ts', './beside.ts'],
  ['lambdas/adapters/planted.ts', '../handlers/sweep.ts'],
  ['lambdas/adapters/planted.ts', '../middleware/runtime.ts'],
  ['lambdas/adapters/planted.ts', '../pages/views.ts'],
  ['lambdas/adapters/planted.ts', 'node:timers/promises'],
  ['lambdas/pages/planted.ts', '../adapters/table-keys.ts'],
  ['lambdas/pages/form/planted.ts', '../../middleware/http.ts'],
  ['lambdas/pages/i18n/de/planted.ts', '../../../adapters/table-keys.ts'],
  ['lambdas/middleware/planted.ts', '../handlers/sweep.ts'],
  ['lambdas/middleware/planted.ts', '../pages/views.ts'],
  ['lambdas/middleware/runtime.ts', '../domain/time.ts'],
  ['lambdas/effects/planted.ts', '../handlers/dispatch.ts'],
  ['lambdas/ehr/planted.ts', '../handlers/ehr-webhook.ts'],
  ['lambdas/ehr/planted.ts', '../pages/views.ts'],
  ['lambdas/sign-off/planted.ts', '../handlers/sign-off.ts'],
  ['lambdas/session/planted.ts', '../sign-off/show.ts'],
  ['lambdas/session/planted.ts', '../pages/sign-in-page.ts'],
  ['lambdas/worklist/planted.ts', '../sign-off/record.ts'],
  ['lambdas/worklist/planted.ts', '../handlers/worklist.ts'],
  ['lambdas/referral/planted.ts', '../handlers/referral.ts'],
  ['lambdas/referral/planted.ts', '../sign-off/record.ts'],
  ['lambdas/handlers/planted.ts', '../../lib/config.ts'],
  ['lambdas/handlers/planted.ts', '../../local/stack.ts'],
  ['lambdas/handlers/planted.ts', '@aws-sdk/client-dynamodb'],
  ['lib/planted.ts', '../lambdas/adapters/table-keys.ts'],
  ['lib/planted.ts', '../local/stack.ts'],
  ['lib/stacks/planted.ts', '../../lambdas/handlers/sweep.ts'],
  ['lib/stacks/planted.ts', '../../bin/app.ts'],
  ['local/aws/planted.ts', '../../bin/atmp.ts'],
  ['local/planted.ts', '../test/local/fixture/web.ts'],
  ['scenarios/planted.ts', '../bin/atmp.ts'],
  ['test/planted.test.ts', '../bin/atmp.ts'],
];

/** [importing file, what it imports]: each is as the house is meant. */
const PERMITTED: readonly (readonly [string, string])[] = [
  ['lambdas/domain/planted.ts', './time.ts'],
  ['lambdas/domain/planted.ts', '@noble/hashes/sha2.js'],
  ['lambdas/domain/journey/planted.ts', '../sign-off/submission.ts'],
  ['lambdas/domain/journey/planted.ts', 'temporal-polyfill/fns/Instant'],
  ['lambdas/adapters/planted.ts', '../domain/ports.ts'],
  ['lambdas/adapters/planted.ts', '../../protocols/kymriah-1.json'],
  ['lambdas/adapters/planted.ts', '@aws-sdk/client-dynamodb'],
  ['lambdas/pages/i18n/de/planted.ts', '../../../domain/vocabulary.ts'],
  ['lambdas/pages/i18n/de/planted.ts', '../../views.ts'],
  ['lambdas/middleware/planted.ts', '../adapters/secrets.ts'],
  ['lambdas/effects/planted.ts', '../pages/mail/mail.ts'],
  ['lambdas/sign-off/planted.ts', '../middleware/http.ts'],
  ['lambdas/session/planted.ts', '../pages/worklist-views.ts'],
  ['lambdas/worklist/planted.ts', '../session/signed-in.ts'],
  ['lambdas/sign-off/planted.ts', '../session/signed-in.ts'],
  ['lambdas/referral/planted.ts', '../sign-off/answer.ts'],
  ['lambdas/handlers/planted.ts', '../sign-off/show.ts'],
  ['lambdas/handlers/planted.ts', '../referral/show.ts'],
  ['lib/planted.ts', '../lambdas/domain/vocabulary.ts'],
  ['lib/phases/planted.ts', '../../lambdas/domain/phases/index.ts'],
  ['lib/phases/planted.ts', 'aws-cdk-lib/aws-stepfunctions'],
  ['local/planted.ts', '../lambdas/handlers/sweep.ts'],
  ['local/aws/planted.ts', '../../lib/app.ts'],
  ['test/planted.test.ts', '../local/stack.ts'],
];

const planted = (cases: readonly (readonly [string, string])[]) =>
  lintPlanted(cases.map(([path, specifier]) => ({ path, source: importing(specifier) })));

describe('layers', () => {
  const refused = planted(REFUSED);
  test.each(REFUSED.map(([path, specifier], at) => [path, specifier, at] as const))(
    '%s must not import %s',
    (...[, , at]) => {
      expect(refused[at]?.map(({ rule }) => rule)).toContain('noRestrictedImports');
    },
  );

  const permitted = planted(PERMITTED);
  test.each(PERMITTED.map(([path, specifier], at) => [path, specifier, at] as const))(
    '%s may import %s',
    (...[, , at]) => {
      expect(permitted[at]).toEqual([]);
    },
  );

  test.each([
    ['a type', "import type { Thing } from '../adapters/secrets.ts';\nexport type Held = Thing;\n"],
    ['a re-export', "export { thing } from '../adapters/secrets.ts';\n"],
    ['export *', "export * from '../adapters/secrets.ts';\n"],
    ['import()', "export const held = await import('../adapters/secrets.ts');\n"],
  ])('domain cannot reach an adapter by %s', (_, source) => {
    const [found] = lintPlanted([{ path: 'lambdas/domain/planted.ts', source }]);
    expect(found?.map(({ rule }) => rule)).toContain('noRestrictedImports');
  });

  test.each(['./steps/../../adapters/secrets.ts', '././../adapters/secrets.ts', './../adapters/secrets.ts'])(
    'no detour: %s',
    (specifier) => {
      const [found] = planted([['lambdas/domain/planted.ts', specifier]]);
      expect(found).toContainEqual({ rule: 'plugin', message: 'Import by the straight path, .. only in front.' });
    },
  );

  test('every folder of lambdas and lib is guarded, and has a row of its own', () => {
    const folders = [...foldersOf('lambdas'), ...foldersOf('lib')];
    expect(folders.length).toBeGreaterThan(20);
    for (const [index, found] of planted(folders.map((folder) => [`${folder}/planted.ts`, 'node:fs'])).entries()) {
      expect(
        found.map(({ rule }) => rule),
        folders[index],
      ).toEqual(['noRestrictedImports']);
      expect(found[0]?.message, folders[index]).not.toContain('has no row');
    }
  });
});
