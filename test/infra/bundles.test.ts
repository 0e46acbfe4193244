import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, expect, test, vi } from 'vitest';
import { entryPath, esbuildOptions } from '../../lib/constructs/bundling.ts';
import { JOBS, type Job } from '../../lib/jobs.ts';

const outdir = mkdtempSync(join(tmpdir(), 'atmp-bundles-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

/** Cold starts grow with it. A bundle beyond it took something in that it should not have, or is worth a look. */
const BYTES = 1024 * 1024;

/** The clients of AWS services in a bundle, beside that of the journeys' table. */
const CLIENTS: Readonly<Partial<Record<Job, readonly string[]>>> = {
  dispatch: ['eventbridge', 'scheduler', 'secrets-manager', 'sesv2', 'sfn'],
  'ehr-webhook': ['secrets-manager'],
  referral: ['secrets-manager'],
  'sign-off': ['secrets-manager'],
  sweep: ['cloudwatch'],
};

async function bundle(entry: string, name: string) {
  const outfile = join(outdir, `${name}.mjs`);
  const { errors, warnings, metafile } = await build({
    ...esbuildOptions,
    entryPoints: [entry],
    outfile,
    metafile: true,
    logLevel: 'silent',
  });
  expect([...errors, ...warnings]).toEqual([]);
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const used = inputs.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));
  const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(outfile).href);
  return { bytes: statSync(outfile).size, used, module };
}

test.each(JOBS)('the bundle of %s can be imported, has a handler and no client it does not use', async (job) => {
  const { bytes, used, module } = await bundle(entryPath(job), job);
  expect(bytes).toBeLessThan(BYTES);
  const clients = new Set(used.flatMap((path) => path.match(/@aws-sdk\/client-([a-z\d-]+)\//)?.[1] ?? []));
  expect([...clients].toSorted()).toEqual(['dynamodb', ...(CLIENTS[job] ?? [])].toSorted());
  expect(module.handler).toBeTypeOf('function');
  expect(module.create).toBeTypeOf('function');
});

test('a bundled client takes its credentials from the environment, where Lambda puts them', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.stubEnv('AWS_SESSION_TOKEN', 'session');
  vi.stubEnv('AWS_PROFILE', undefined);
  try {
    const { module } = await bundle(
      fileURLToPath(new URL('../../lambdas/middleware/runtime.ts', import.meta.url)),
      'runtime',
    );
    const { config } = (module as unknown as typeof import('../../lambdas/middleware/runtime.ts')).dynamodbClient();
    expect(await config.credentials()).toMatchObject({ accessKeyId: 'AKIDEXAMPLE', sessionToken: 'session' });
  } finally {
    vi.unstubAllEnvs();
  }
});
