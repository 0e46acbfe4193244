import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { StackTemplate } from './template-set.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const CACHE = join(ROOT, '.cache');
const KEPT = 8;

/** What the templates are made from: when none of it changed, the cached ones stand. */
const INPUTS = [
  'bin',
  'lib',
  'lambdas/domain',
  'protocols',
  'cdk.json',
  'package-lock.json',
  'local/template/synth.ts',
];

interface App {
  synth(): { readonly stacks: readonly { readonly stackName: string; readonly template: unknown }[] };
}
interface AppModule {
  buildApp(config: unknown, options: { readonly bundling: boolean }): App;
}
interface ConfigModule {
  embeddedConfig(overrides?: Readonly<Record<string, unknown>>): unknown;
}

/**
 * The templates of the application in its embedded configuration, without bundles and without cdk-nag. Made once per
 * state of the sources and kept in `.cache/`.
 *
 * @param overrides settings that replace those of `lib/embedded-config.ts`, e.g. `publicUrl`
 */
export async function synthTemplates(
  overrides: Readonly<Record<string, unknown>> = {},
): Promise<readonly StackTemplate[]> {
  const key = hashInputs(overrides);
  const cached = join(CACHE, `templates-${key}.json`);
  if (existsSync(cached)) return JSON.parse(readFileSync(cached, 'utf8')) as StackTemplate[];
  const { buildApp } = (await import(pathToFileURL(join(ROOT, 'lib/app.ts')).href)) as AppModule;
  const { embeddedConfig } = (await import(pathToFileURL(join(ROOT, 'lib/embedded-config.ts')).href)) as ConfigModule;
  const assembly = buildApp(embeddedConfig(overrides), { bundling: false }).synth();
  const stacks = assembly.stacks.map(({ stackName, template }) => ({ stackName, template }));
  mkdirSync(CACHE, { recursive: true });
  // Written beside and renamed, so that another process never reads half a file.
  const part = `${cached}.${process.pid}`;
  writeFileSync(part, JSON.stringify(stacks));
  renameSync(part, cached);
  forgetOlder();
  return stacks;
}

/** Keeps the templates of the newest few states of the sources. */
function forgetOlder(): void {
  const made = readdirSync(CACHE)
    .filter((name) => /^templates-[0-9a-f]+\.json$/.test(name))
    .map((name) => ({ path: join(CACHE, name), at: statSync(join(CACHE, name)).mtimeMs }))
    .sort((one, other) => other.at - one.at);
  for (const { path } of made.slice(KEPT)) rmSync(path, { force: true });
}

function hashInputs(overrides: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(overrides));
  const add = (path: string): void => {
    const full = join(ROOT, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(join(path, name));
    } else {
      hash.update(`\0${path}\0`).update(readFileSync(full));
    }
  };
  for (const input of INPUTS) add(input);
  return hash.digest('hex').slice(0, 32);
}
