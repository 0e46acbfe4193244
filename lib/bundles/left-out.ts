import type { Plugin } from 'esbuild';
import type { Job } from '../jobs.ts';

/** The ends of the paths of modules that come along with what a function runs, and are never run themselves (ADR 0082). */
type Modules = readonly string[];

/** Every schema of zod can say itself as JSON Schema: twenty kilobytes of each function. */
const JSON_SCHEMA: Modules = ['zod/v4/core/json-schema-processors.js', 'zod/v4/core/to-json-schema.js'];

/** Who says the evidence of a step, or a referral, as JSON Schema. */
const SAYS_JSON_SCHEMA: readonly Job[] = ['sign-off', 'sign-with-passkey', 'sign-with-oidc', 'referral'];

/**
 * The polyfill hands over to the Temporal of the runtime where there is one. In a bundle there is none (`options.ts`), so that the calendar
 * of a validated system does not change with its runtime: three kilobytes of each function.
 */
const TEMPORAL_OF_THE_RUNTIME: Modules = ['temporal-polyfill/chunks/funcApi-native.js'];

/** A new passkey may come with certificates of its maker. What a passkey signs later does not: a hundred kilobytes. */
const NEW_PASSKEYS: Modules = [
  '@simplewebauthn/server/esm/registration/verifyRegistrationResponse.js',
  '@simplewebauthn/server/esm/helpers/validateCertificatePath.js',
  '@simplewebauthn/server/esm/helpers/isCertRevoked.js',
];

export const leftOutOf = (job: Job): Modules => [
  ...TEMPORAL_OF_THE_RUNTIME,
  ...(SAYS_JSON_SCHEMA.includes(job) ? [] : JSON_SCHEMA),
  ...(job === 'sign-with-passkey' ? NEW_PASSKEYS : []),
];

/** Leaves them out: whatever is called of one of them after all throws, and says so. */
export const leaveOut = (modules: Modules): Plugin => ({
  name: 'leave-out',
  setup: (build) => {
    for (const module of modules) {
      build.onLoad({ filter: new RegExp(`/${module}$`) }, async ({ path }) => ({
        contents: throwing(module, Object.keys(await import(path))),
        loader: 'js',
      }));
    }
  },
});

/** A module with the same names. */
function throwing(module: string, names: readonly string[]): string {
  const message = JSON.stringify(` of ${module} was left out of this bundle (lib/bundles/left-out.ts)`);
  return [
    `const leftOut = (name) => () => { throw new Error(name + ${message}); };`,
    ...names.map((name) => `export const ${name} = /* @__PURE__ */ leftOut('${name}');`),
  ].join('\n');
}
