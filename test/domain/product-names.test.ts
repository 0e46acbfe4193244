import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { protocols } from '../../lambdas/adapters/protocols.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const NAMES = protocols.all().flatMap(({ id, names: { brand, inn } }) => [id, inn, ...brand]);

/** Files of a folder that name a product, with the name. */
function naming(folder: string, names: readonly string[]): readonly string[] {
  const pattern = new RegExp(names.map((name) => name.replace(/[^a-z0-9]/gi, '.')).join('|'), 'i');
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const found = pattern.exec(readFileSync(join(ROOT, folder, file), 'utf8'));
      return found === null ? [] : [`${join(folder, file)}: ${found[0]}`];
    });
}

test.each(['lambdas/domain', 'lambdas/adapters', 'lambdas/handlers', 'lambdas/pages', 'lib', 'local', 'bin'])(
  'code in %s knows no product: what a label says is data',
  (folder) => {
    expect(naming(folder, NAMES)).toEqual([]);
  },
);

test('a product name would be found', () => {
  expect(NAMES.length).toBeGreaterThanOrEqual(3);
  expect(naming('lambdas/domain', ['Give GO'])).not.toEqual([]);
});
