import { fileURLToPath } from 'node:url';
import { type BundlingOptions, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { Job } from '../jobs.ts';
import { entryOf } from '../jobs.ts';
import { browserScripts, browserScriptsHash } from './browser-scripts.ts';
import { LANGUAGE_FILES, languageFiles, SPEAKING } from './language-files.ts';
import { packedShelf } from './packed-shelf.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const entryPath = (job: Job): string => `${root}${entryOf(job)}`;
export const lockFilePath = `${root}package-lock.json`;

const sourceMaps = `${root}dist/source-maps`;

/**
 * Where credentials come from on other machines than Lambda's. There they are in the environment, which is asked first, so
 * these are never loaded: ninety kilobytes of each function.
 */
const CREDENTIALS_ELSEWHERE: string[] = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-login',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/** No operation of ours answers with a stream of events; only the client of S3 loads this all the same. */
const EVENT_STREAMS = '@smithy/core/event-streams';

const OF_S3: readonly Job[] = ['attachments', 'take-mirror'];

/** What the SDK loads only when it is needed, which it never is here. */
const neverLoaded = (job: Job): string[] =>
  OF_S3.includes(job) ? CREDENTIALS_ELSEWHERE : [...CREDENTIALS_ELSEWHERE, EVENT_STREAMS];

const esbuildSettings = () => ({
  target: 'node24',
  minify: true,
  mainFields: ['module', 'main'],
  define: {
    LANGUAGE_FILES: JSON.stringify(LANGUAGE_FILES),
    PACKED_SHELF: JSON.stringify(packedShelf()),
    PASSKEY_SCRIPT: JSON.stringify(browserScripts().passkey),
    CEREMONY_SCRIPT: JSON.stringify(browserScripts().ceremony),
    PASSKEY_SCRIPTS_HASH: JSON.stringify(browserScriptsHash()),
  },
});

/**
 * How a function becomes a file: one minified ES module with the SDK inside, because the runtime's own copy moves
 * under a validated system. `module` before `main` picks the SDK's ES build (half the size, no dynamic require).
 * Errors name themselves; the names of functions in a stack come with the source map, for keeping them in the code costs
 * a twentieth of it. The map is several times the code and would slow every thrown error, so it is not shipped but put
 * beside the release, in `dist/source-maps/`. What is said to people lies beside the code, a file for each language.
 */
export const bundling = (job: Job): BundlingOptions => ({
  ...esbuildSettings(),
  format: OutputFormat.ESM,
  sourceMap: true,
  sourceMapMode: SourceMapMode.EXTERNAL,
  sourcesContent: false,
  bundleAwsSDK: true,
  externalModules: neverLoaded(job),
  commandHooks: {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (_input, output) => [
      `mkdir -p "${sourceMaps}"`,
      `mv "${output}/index.mjs.map" "${sourceMaps}/${job}.mjs.map"`,
      ...(SPEAKING.includes(job) ? [`cp "${languageFiles()}"/*.${LANGUAGE_FILES} "${output}/"`] : []),
    ],
  },
});

/** The same settings for esbuild itself, for the test that imports every bundle. */
export const esbuildOptions = (job: Job) =>
  ({
    ...esbuildSettings(),
    bundle: true,
    external: neverLoaded(job),
    format: 'esm',
    platform: 'node',
  }) as const;
