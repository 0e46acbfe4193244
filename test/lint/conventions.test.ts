import { expect, test } from 'vitest';
import { lintPlanted } from './planted.ts';

const rulesAt = (path: string, source: string): readonly string[] | undefined =>
  lintPlanted([{ path, source }])[0]?.map(({ rule }) => rule);

const ZOD = (clause: string): string => `import ${clause} from 'zod';\nexport const held = z;\n`;

test.each(['{ z }', 'z', '{ z, string }', '* as zod'])('zod comes as a namespace named z: import %s', (clause) => {
  expect(rulesAt('lambdas/domain/planted.ts', ZOD(clause))).toContain('plugin');
  expect(rulesAt('test/planted.test.ts', ZOD(clause))).toContain('plugin');
});

test.each(['* as z', 'type * as z'])('import %s', (clause) => {
  expect(
    rulesAt('lambdas/domain/planted.ts', `import ${clause} from 'zod';\nexport type Held = z.ZodType;\n`),
  ).not.toContain('plugin');
});

const SAYS = "console.info('said');\n";

test.each(['lambdas/handlers/planted.ts', 'lambdas/domain/steps/planted.ts', 'lib/planted.ts', 'local/planted.ts'])(
  '%s says nothing on the console',
  (path) => {
    expect(rulesAt(path, SAYS)).toEqual(['noConsole']);
  },
);

test.each(['lambdas/middleware/log.ts', 'bin/atmp.ts'])('%s does: it is where lines come from', (path) => {
  expect(rulesAt(path, SAYS)).toEqual([]);
});
