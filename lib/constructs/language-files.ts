import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { LANGUAGES } from '../../lambdas/domain/language.ts';
import type { Job } from '../jobs.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** How the files end: modules that are loaded at once, when something is first said in their language (ADR 0051). */
export const LANGUAGE_FILES = 'cjs';

/** Who says something to people. */
export const SPEAKING: readonly Job[] = [
  'sign-off',
  'sign-with-oidc',
  'enrol-passkey',
  'referral',
  'worklist',
  'attachments',
  'dispatch',
];

/** Writes each language as one file, and gives the folder. Made once in a process. */
export function languageFiles(): string {
  folder ??= built();
  return folder;
}
let folder: string | undefined;

function built(): string {
  const outdir = `${root}dist/languages`;
  buildSync({
    entryPoints: LANGUAGES.map((language) => `${root}lambdas/pages/i18n/${language}.ts`),
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    charset: 'utf8',
    outdir,
    outExtension: { '.js': `.${LANGUAGE_FILES}` },
  });
  return outdir;
}
