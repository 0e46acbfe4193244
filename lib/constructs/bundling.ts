import { fileURLToPath } from 'node:url';
import { type BundlingOptions, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { Job } from '../jobs.ts';
import { entryOf } from '../jobs.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const entryPath = (job: Job): string => `${root}${entryOf(job)}`;
export const lockFilePath = `${root}package-lock.json`;

const sourceMaps = `${root}dist/source-maps`;

const esbuildSettings = {
  target: 'node24',
  minify: true,
  keepNames: true,
  mainFields: ['module', 'main'],
};

/**
 * How a function becomes a file: one minified ES module with the SDK inside, because the runtime's own copy moves
 * under a validated system. `module` before `main` picks the SDK's ES build (half the size, no dynamic require).
 * Names are kept for errors and stacks. The source map is several times the code and would slow every thrown error, so
 * it is not shipped but put beside the release, in `dist/source-maps/`.
 */
export const bundling = (job: Job): BundlingOptions => ({
  ...esbuildSettings,
  format: OutputFormat.ESM,
  sourceMap: true,
  sourceMapMode: SourceMapMode.EXTERNAL,
  sourcesContent: false,
  bundleAwsSDK: true,
  commandHooks: {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (_input, output) => [
      `mkdir -p "${sourceMaps}"`,
      `mv "${output}/index.mjs.map" "${sourceMaps}/${job}.mjs.map"`,
    ],
  },
});

/** The same settings for esbuild itself, for the test that imports every bundle. */
export const esbuildOptions = {
  ...esbuildSettings,
  bundle: true,
  format: 'esm',
  platform: 'node',
} as const;
