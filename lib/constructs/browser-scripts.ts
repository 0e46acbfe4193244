import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** What pages with passkeys load, and what that loads when somebody uses one; each as one file for browsers. */
export interface BrowserScripts {
  readonly passkey: string;
  readonly ceremony: string;
}

/** Made once in a process. */
export function browserScripts(): BrowserScripts {
  scripts ??= { passkey: built('passkey.ts'), ceremony: built('ceremonies.ts') };
  return scripts;
}
let scripts: BrowserScripts | undefined;

function built(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(`../../lambdas/browser/${entry}`, import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    write: false,
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`Browser script ${entry}: esbuild gave no file`);
  return file.text;
}

/** What tells the scripts of one release from those of another, in their names. */
export const browserScriptsHash = (): string => {
  const { passkey, ceremony } = browserScripts();
  return createHash('sha256').update(passkey).update(ceremony).digest('hex').slice(0, 16);
};
