import { build, type Metafile } from 'esbuild';
import type { Job } from '../jobs.ts';
import { entryPath, esbuildOptions } from './options.ts';

export interface Bundle {
  /** The file that a function starts with. */
  readonly outfile: string;
  readonly metafile: Metafile;
  /** Of all that is loaded when it starts; what is loaded with `import()` later is not. */
  readonly bytesAtStart: number;
}

/**
 * Bundles a function into a folder, as it is deployed, measured and tested.
 *
 * @param entry in place of its handler, for tests of a part
 * @throws Error for whatever esbuild warns of
 */
export async function bundle(
  job: Job,
  outdir: string,
  { entry = entryPath(job), sourceMaps = false }: { readonly entry?: string; readonly sourceMaps?: boolean } = {},
): Promise<Bundle> {
  const { metafile, warnings, errors } = await build({
    ...esbuildOptions(job),
    entryPoints: { index: entry },
    outdir,
    metafile: true,
    logLevel: 'silent',
    ...(sourceMaps ? { sourcemap: 'external', sourcesContent: false } : {}),
  });
  const [fault] = [...errors, ...warnings];
  if (fault !== undefined) throw new Error(`Bundle of ${job}: ${fault.text} (${fault.location?.file})`);
  const started = Object.keys(metafile.outputs).find((path) => path.endsWith('index.mjs'));
  if (started === undefined) throw new Error(`Bundle of ${job}: expected index.mjs`);
  return { outfile: `${outdir}/index.mjs`, metafile, bytesAtStart: bytesFrom(metafile, started) };
}

function bytesFrom({ outputs }: Metafile, started: string): number {
  const loaded = new Set([started]);
  for (const path of loaded) {
    for (const { path: next, kind } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && outputs[next] !== undefined) loaded.add(next);
    }
  }
  return [...loaded].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
}
