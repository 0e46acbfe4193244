import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { dictionary } from '../../lambdas/pages/i18n/dictionary.ts';
import { LANGUAGES } from '../../lambdas/pages/views.ts';
import { bundle } from '../../lib/bundles/bundle.ts';
import { leftOutOf } from '../../lib/bundles/left-out.ts';
import { LANGUAGE_FILES, languageFiles, SPEAKING } from '../../lib/constructs/language-files.ts';
import { JOBS, type Job, logicalIdOf, OPTIONAL_JOBS } from '../../lib/jobs.ts';
import { readModel } from '../../local/template/read-model.ts';
import { synthTemplates } from '../../local/template/synth.ts';
import { ADDRESS } from '../support/passkey-signing.ts';
import { ALGORITHMS, type Algorithm, SoftwareAuthenticator } from '../support/software-authenticator.ts';

const outdir = mkdtempSync(join(tmpdir(), 'atmp-bundles-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

/** Cold starts grow with it. A bundle beyond it took something in that it should not have, or is worth a look. */
const BYTES = 960 * 1024;

/** Of the functions that every deployment has, half are smaller than this. */
const MEDIAN_BYTES = 600 * 1024;

/**
 * The schemas of zod that a function makes until it can answer, each some twenty microseconds of its cold start: those of its environment
 * and the smallest parts of others. What is not parsed by every function is made when it is (`lazily`).
 */
const SCHEMAS = { least: 50, most: 600 };

/** It is loaded with the first page in it. */
const MOST_OF_A_LANGUAGE = 176 * 1024;

/** The clients of AWS services in a bundle, beside that of the journeys' table. */
const CLIENTS: Readonly<Partial<Record<Job, readonly string[]>>> = {
  dispatch: ['eventbridge', 'pinpoint-sms-voice-v2', 'scheduler', 'secrets-manager', 'sesv2', 'sfn'],
  'ehr-webhook': ['secrets-manager'],
  referral: ['kms', 'secrets-manager'],
  worklist: ['kms'],
  attachments: ['s3'],
  'take-mirror': ['s3'],
  'sign-off': ['kms'],
  'enrol-passkey': ['kms'],
  'sign-with-oidc': ['secrets-manager'],
  sweep: ['cloudwatch'],
};

async function bundled(job: Job, entry?: string) {
  const { outfile, metafile, bytesAtStart } = await bundle(
    job,
    mkdtempSync(join(outdir, job)),
    entry === undefined ? {} : { entry },
  );
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const used = inputs.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));
  return { bytes: bytesAtStart, used, met: Object.keys(metafile.inputs), outfile };
}

const handlers = new Map<Job, ReturnType<typeof bundled>>();

/** The bundle of a function, made once for all tests. */
function functionBundle(job: Job): ReturnType<typeof bundled> {
  const made = handlers.get(job) ?? bundled(job);
  handlers.set(job, made);
  return made;
}

/**
 * What a script says of a bundle, as `bundle`, and of the `schemas` that zod made for it, where no package is at hand and credentials
 * are in the environment as in Lambda.
 */
async function alone(outfile: string, script: string, environment: NodeJS.ProcessEnv = {}): Promise<unknown> {
  const source = [
    'let schemas = 0; globalThis.__zod_globalConfig = { postProcessor: () => { schemas += 1; } };',
    `const bundle = await import(${JSON.stringify(outfile)}); console.log(JSON.stringify(${script}));`,
  ].join(' ');
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', source], {
    cwd: outdir,
    env: {
      ...{ AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' },
      ...environment,
    },
  });
  return JSON.parse(stdout);
}

/** What Lambda tells a function; nothing for one that the embedded configuration leaves out, which is then only imported. */
async function startedWith(job: Job): Promise<NodeJS.ProcessEnv> {
  const { functions } = readModel(await synthTemplates());
  const found = functions.find(({ logicalId }) => logicalId === logicalIdOf(job));
  return found === undefined ? {} : { AWS_LAMBDA_FUNCTION_NAME: found.name, ...found.environment };
}

const modulesBeside = (outfile: string): readonly string[] => globSync(join(dirname(outfile), '*.mjs'));

async function started(outfile: string, job: Job): Promise<readonly unknown[]> {
  const said = '[schemas, typeof bundle.handler, typeof bundle.create]';
  return (await alone(outfile, said, await startedWith(job))) as readonly unknown[];
}

test.each([...JOBS, ...OPTIONAL_JOBS])(
  'the bundle of %s starts as in Lambda, has a handler, no client it does not use, and few schemas before they are needed',
  async (job) => {
    const { bytes, used, met, outfile } = await functionBundle(job);
    expect(bytes).toBeLessThan(BYTES);
    const clients = new Set(used.flatMap((path) => path.match(/@aws-sdk\/client-([a-z\d-]+)\//)?.[1] ?? []));
    expect([...clients].toSorted()).toEqual(['dynamodb', ...(CLIENTS[job] ?? [])].toSorted());
    expect(used.some((path) => path.endsWith('i18n/language-file.ts'))).toBe(SPEAKING.includes(job));
    expect(used.filter((path) => /i18n\/[a-z]{2}\//.test(path))).toEqual([]);
    for (const module of leftOutOf(job)) expect(met.filter((path) => path.endsWith(module))).toHaveLength(1);
    // Where JSON Schema is left out, nothing of ours asks for it.
    const asks = modulesBeside(outfile).filter((path) => readFileSync(path, 'utf8').includes('("toJSONSchema")'));
    expect(asks).toEqual([]);
    const [schemas, ...exported] = await started(outfile, job);
    expect(exported).toEqual(['function', 'function']);
    expect(schemas).toBeGreaterThan(SCHEMAS.least);

    expect(schemas).toBeLessThan(SCHEMAS.most);
  },
);

test('half of the functions are small', async () => {
  const sizes: number[] = [];
  for (const job of JOBS) sizes.push((await functionBundle(job)).bytes);
  expect(sizes.toSorted((one, other) => one - other)[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(MEDIAN_BYTES);
});

test('a bundled client takes its credentials from the environment, without the packages left out, and says its version', async () => {
  const runtime = fileURLToPath(new URL('../../lambdas/middleware/runtime.ts', import.meta.url));
  const { outfile } = await bundled('attachments', runtime);
  const config = 'bundle.dynamodbClient().config';
  expect(
    await alone(outfile, `[await ${config}.credentials(), (await ${config}.defaultUserAgentProvider())[0]]`),
  ).toMatchObject([{ accessKeyId: 'AKIDEXAMPLE' }, ['aws-sdk-js', expect.stringMatching(/^\d+\.\d+\.\d+$/)]]);
});

test.each(Object.keys(ALGORITHMS) as Algorithm[])(
  'a passkey that signs by %s is verified by the bundle that leaves out certificates',
  async (algorithm) => {
    const verifier = fileURLToPath(new URL('../../lambdas/adapters/passkey-verifier.ts', import.meta.url));
    const { outfile } = await bundled('sign-with-passkey', verifier);
    const key = new SoftwareAuthenticator(algorithm);
    const challenge = Buffer.from('what is signed');
    const { response } = key.assert({ ...ADDRESS, challenge });
    const proof = {
      ...response,
      ...ADDRESS,
      credentialId: key.credentialId,
      publicKey: key.publicKey,
      alg: ALGORITHMS[algorithm],
      counterBefore: 0,
    };
    const verdict = (signed: string) =>
      `await bundle.verifyPasskey(${JSON.stringify(proof)}, Buffer.from('${signed}'))`;
    expect(await alone(outfile, `[${verdict('what is signed')}, ${verdict('another')}]`)).toMatchObject([
      { ok: true, counter: 1 },
      { ok: false },
    ]);
  },
);

test('a bundle speaks every language by the files beside it', async () => {
  const texts = fileURLToPath(new URL('../../lambdas/pages/i18n/dictionary.ts', import.meta.url));
  const { outfile } = await bundled('worklist', texts);
  cpSync(languageFiles(), dirname(outfile), { recursive: true });
  for (const language of LANGUAGES) {
    expect(statSync(join(dirname(outfile), `${language}.${LANGUAGE_FILES}`)).size).toBeLessThan(MOST_OF_A_LANGUAGE);
    const said = await alone(outfile, `bundle.dictionary('${language}').steps['Confirm consent']`);
    expect(said).toEqual(dictionary(language).steps['Confirm consent']);
  }
});
