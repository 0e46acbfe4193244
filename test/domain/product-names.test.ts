import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { protocols } from '../../lambdas/adapters/protocols.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const NAMES = protocols.all().flatMap(({ id, names: { brand, inn } }) => [id, inn, ...brand]);

/** Files of a folder, of whatever kind, that name a product, with the name. */
function naming(folder: string): readonly string[] {
  const pattern = new RegExp(NAMES.map((name) => name.replaceAll(/[^a-z0-9]/gi, '.?')).join('|'), 'i');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ parentPath, name }) => {
      const found = pattern.exec(`${name}\n${readFileSync(join(parentPath, name), 'utf8')}`);
      return found === null ? [] : [`${join(parentPath, name)}: ${found[0]}`];
    });
}

test.each(['bin', 'lib', 'lambdas', 'local'])('code in %s knows no product: what a label says is data', (folder) => {
  expect(naming(join(ROOT, folder))).toEqual([]);
});

test('every protocol gives names to look for', () => {
  expect(NAMES).toEqual(expect.arrayContaining(protocols.all().map(({ names }) => names.inn)));
  expect(new Set(NAMES.map((name) => name.toLowerCase())).size).toBe(2 * protocols.all().length);
});

test.each(NAMES)('%s would be found, in a file of any kind', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'atmp-names-'));
  try {
    writeFileSync(join(folder, 'a.json'), JSON.stringify({ therapy: name.toUpperCase() }));
    writeFileSync(join(folder, 'b.ts'), `export const ${name.replaceAll(/\W/g, '')} = 1;`);
    writeFileSync(join(folder, 'c.ts'), 'export const therapy = 1;');
    expect(naming(folder)).toHaveLength(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
