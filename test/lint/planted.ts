import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
const CONFIGURATION = ['biome.json', 'lint', '.gitignore'];

/** What the linter said about one file: `rule` is the last part of its category, `plugin` for the rules of lint/. */
export interface Finding {
  readonly rule: string;
  readonly message: string;
}

interface Report {
  readonly summary: { readonly unchanged: number };
  readonly diagnostics: readonly {
    readonly category: string;
    readonly message: string;
    readonly location: { readonly path: string };
  }[];
}

/** A file to plant: where, relative to the project, and what it says. */
export interface Planted {
  readonly path: string;
  readonly source: string;
}

/**
 * Lints planted files under the project's own configuration, in a directory of their own so that no other test or
 * editor ever sees them. Every file must have been looked at, else this throws: a guard that reads nothing finds nothing.
 *
 * @param files may share a path, e.g. `lambdas/domain/planted.ts`: each is planted beside the others under its own name
 * @returns the findings of each file, in the order of `files`; a clean file has none
 */
export function lintPlanted(files: readonly Planted[]): readonly (readonly Finding[])[] {
  const directory = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    for (const name of CONFIGURATION) cpSync(join(ROOT, name), join(directory, name), { recursive: true });
    const paths = files.map(({ path }, index) => path.replace('planted', `planted-${index}`));
    if (new Set(paths).size < paths.length) throw new Error('Expected each path once, or a name with "planted" in it');
    for (const [index, path] of paths.entries()) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), files[index]?.source ?? '');
    }
    return findings(directory, paths);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function findings(directory: string, paths: readonly string[]): readonly (readonly Finding[])[] {
  const options = ['lint', '--reporter=json', '--max-diagnostics=none', ...paths];
  const { stdout, stderr } = spawnSync(process.execPath, [BIOME, ...options], { cwd: directory, encoding: 'utf8' });
  if (!stdout.startsWith('{')) throw new Error(`Biome gave no report:\n${stderr}`);
  const { summary, diagnostics } = JSON.parse(stdout) as Report;
  if (summary.unchanged !== paths.length)
    throw new Error(`Biome read ${summary.unchanged} of ${paths.length} planted files:\n${stderr}`);
  return paths.map((path) =>
    diagnostics
      .filter(({ location }) => location.path === path)
      .map(({ category, message }) => ({ rule: category.split('/').at(-1) ?? category, message })),
  );
}

/** Every folder below `top` of the real tree that holds TypeScript, e.g. `lambdas/domain/steps`. */
export function foldersOf(top: string): readonly string[] {
  const entries = readdirSync(join(ROOT, top), { recursive: true, withFileTypes: true });
  const sources = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'));
  return [...new Set(sources.map(({ parentPath }) => parentPath.slice(ROOT.length)))].sort();
}
