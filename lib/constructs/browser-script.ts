import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const entry = fileURLToPath(new URL('../../lambdas/browser/passkey.ts', import.meta.url));

/** The script of pages with passkeys as one file for browsers, made once in a process. */
export function browserScript(): string {
  script ??= built();
  return script;
}
let script: string | undefined;

function built(): string {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('Browser script: esbuild gave no file');
  return file.text;
}

/** What tells one script from another, in its name. */
export const browserScriptHash = (): string => createHash('sha256').update(browserScript()).digest('hex').slice(0, 16);
