import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';
import { browserScripts, browserScriptsHash } from '../constructs/browser-scripts.ts';
import { LANGUAGE_FILES } from '../constructs/language-files.ts';
import { packedShelf } from '../constructs/packed-shelf.ts';
import { entryOf, type Job } from '../jobs.ts';
import { leaveOut, leftOutOf } from './left-out.ts';
import { onlyVersions } from './only-versions.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const entryPath = (job: Job): string => `${root}${entryOf(job)}`;

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

/**
 * How a function becomes a file: one minified ES module with the SDK inside, because the runtime's own copy moves
 * under a validated system, and one more for each thing that it loads with `import()` when it is first asked for it.
 * `module` before `main` picks the SDK's ES build (half the size, no dynamic require). Errors name themselves; the names of
 * functions in a stack come with the source map, for keeping them in the code costs a twentieth of it.
 */
export const esbuildOptions = (job: Job) =>
  ({
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    external: neverLoaded(job),
    plugins: [leaveOut(leftOutOf(job)), onlyVersions],
    outExtension: { '.js': '.mjs' },
    define: {
      'globalThis.Temporal': 'undefined',
      LANGUAGE_FILES: JSON.stringify(LANGUAGE_FILES),
      PACKED_SHELF: JSON.stringify(packedShelf()),
      PASSKEY_SCRIPT: JSON.stringify(browserScripts().passkey),
      CEREMONY_SCRIPT: JSON.stringify(browserScripts().ceremony),
      PASSKEY_SCRIPTS_HASH: JSON.stringify(browserScriptsHash()),
    },
  }) as const satisfies BuildOptions;
