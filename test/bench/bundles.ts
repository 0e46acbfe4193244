import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundle } from '../../lib/bundles/bundle.ts';
import { JOBS } from '../../lib/jobs.ts';
import { medianOf } from './measure.ts';

export interface BundleFigures {
  readonly job: string;
  readonly kilobytes: number;
  readonly importMs: number;
}

/** Times that each bundle is imported, each in a process of its own; the best tells what the code takes. */
const IMPORTS = 10;

/**
 * Every function as it is deployed: its size, and the time in which a new process imports it. That has loaded `http` before, as
 * the runtime of Lambda has, which fetches its work by it.
 */
export async function bundleFigures(): Promise<readonly BundleFigures[]> {
  const outdir = mkdtempSync(join(tmpdir(), 'atmp-bench-'));
  try {
    const figures: BundleFigures[] = [];
    for (const job of JOBS) {
      const { outfile, bytesAtStart } = await bundle(job, join(outdir, job));
      const times: number[] = [];
      for (let count = 0; count < IMPORTS; count += 1) times.push(await importMs(outfile, outdir));
      figures.push({ job, kilobytes: bytesAtStart / 1024, importMs: Math.min(...times) });
    }
    return figures;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

export const medianKilobytes = (figures: readonly BundleFigures[]): number =>
  medianOf(figures.map(({ kilobytes }) => kilobytes));

async function importMs(outfile: string, cwd: string): Promise<number> {
  const source = `process.getBuiltinModule('node:module').createRequire(import.meta.url)('node:http'); const began = performance.now(); await import(${JSON.stringify(outfile)}); console.log(performance.now() - began);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', source], {
    cwd,
    env: { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' },
  });
  return Number(stdout);
}
