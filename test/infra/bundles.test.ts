import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { entryPath, esbuildOptions } from '../../lib/constructs/bundling.ts';
import { JOBS } from '../../lib/jobs.ts';

const outdir = mkdtempSync(join(tmpdir(), 'atmp-bundles-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

/** A tenth of the limit of Lambda; a bundle beyond it took something in that it should not have. */
const MEBIBYTES = 5;

test.each(JOBS)('the bundle of %s can be imported and has a handler', async (job) => {
  const outfile = join(outdir, `${job}.mjs`);
  const { errors, warnings } = await build({
    ...esbuildOptions,
    entryPoints: [entryPath(job)],
    outfile,
    logLevel: 'silent',
  });
  expect([...errors, ...warnings]).toEqual([]);
  expect(statSync(outfile).size).toBeLessThan(MEBIBYTES * 1024 * 1024);
  const bundle: Readonly<Record<string, unknown>> = await import(pathToFileURL(outfile).href);
  expect(bundle.handler).toBeTypeOf('function');
  expect(bundle.create).toBeTypeOf('function');
});
