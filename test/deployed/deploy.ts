import { mkdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import * as z from 'zod';
import type { Endpoint } from '../../local/cli/signed-request.ts';
import { run } from './child-processes.ts';

export const PREFIX = 'Atmp';

const outputsFile = z.object({
  [`${PREFIX}-Records`]: z.object({
    JourneysTable: z.string(),
    IdentitiesTable: z.string(),
    WebhookSecretArn: z.string(),
    PinKeyArn: z.string(),
  }),
  [`${PREFIX}-Journeys`]: z.object({
    PeopleApiUrl: z.url(),
    IntegrationApiUrl: z.url(),
    SweepFunction: z.string(),
    JourneyDueFunction: z.string(),
  }),
});

/** What a deployment says of itself. */
export interface Outputs {
  readonly journeysTable: string;
  readonly identitiesTable: string;
  readonly webhookSecretArn: string;
  readonly pinKeyArn: string;
  readonly peopleApiUrl: string;
  readonly integrationApiUrl: string;
  readonly sweepFunction: string;
  readonly journeyDueFunction: string;
}

/**
 * Synthesises the app for stage `emulator`, with the bundles production gets and a clock that can be moved.
 *
 * @returns the folder of what is to be deployed, the same to every emulator
 */
export async function synthesise(endpoint: Endpoint, root: string, workDir: string): Promise<string> {
  const output = join(workDir, 'cdk.out');
  await cdk(
    [
      ...['synth', '--quiet', '--app', 'node bin/app.ts', '--output', output],
      ...['-c', 'stage=emulator', '-c', 'use=demo', '-c', `prefix=${PREFIX}`, '-c', 'clockOffset=true'],
      ...['-c', 'publicUrl=http://localhost:8787'],
    ],
    { endpoint, root, workDir, cwd: root },
  );
  return output;
}

/** Makes the place where deployments put their files. Outside the checkout, where cdk finds no app to synthesise. */
export async function bootstrap(endpoint: Endpoint, root: string, workDir: string): Promise<void> {
  await cdk(['bootstrap', `aws://000000000000/${endpoint.region}`], { endpoint, root, workDir, cwd: workDir });
}

/** Deploys what was synthesised to a bootstrapped endpoint. */
export async function deploy(endpoint: Endpoint, assembly: string, root: string, workDir: string): Promise<Outputs> {
  const outputs = join(workDir, 'outputs.json');
  await cdk(
    [
      ...['deploy', '--all', '--app', assembly, '--require-approval', 'never', '--progress', 'events'],
      ...['--concurrency', '3', '--outputs-file', outputs],
    ],
    { endpoint, root, workDir, cwd: workDir },
  );
  return readOutputs(outputs);
}

interface Place {
  readonly endpoint: Endpoint;
  readonly root: string;
  readonly workDir: string;
  readonly cwd: string;
}

async function cdk(args: readonly string[], { endpoint, root, workDir, cwd }: Place): Promise<void> {
  mkdirSync(join(workDir, 'home'), { recursive: true });
  const env = environment(endpoint, root, workDir);
  await run(join(root, 'node_modules', '.bin', 'cdk'), [...args, '--no-notices'], { cwd, env });
}

function readOutputs(file: string): Outputs {
  const parsed = outputsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const records = parsed[`${PREFIX}-Records`];
  const journeys = parsed[`${PREFIX}-Journeys`];
  return {
    journeysTable: records.JourneysTable,
    identitiesTable: records.IdentitiesTable,
    webhookSecretArn: records.WebhookSecretArn,
    pinKeyArn: records.PinKeyArn,
    peopleApiUrl: journeys.PeopleApiUrl,
    integrationApiUrl: journeys.IntegrationApiUrl,
    sweepFunction: journeys.SweepFunction,
    journeyDueFunction: journeys.JourneyDueFunction,
  };
}

/** No profile and no credentials of this machine: only what reaches the emulator. */
const environment = (endpoint: Endpoint, root: string, workDir: string): Record<string, string> => ({
  PATH: [dirname(process.execPath), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter),
  HOME: join(workDir, 'home'),
  TMPDIR: workDir,
  LANG: 'C.UTF-8',
  AWS_ENDPOINT_URL: endpoint.url,
  AWS_REGION: endpoint.region,
  AWS_DEFAULT_REGION: endpoint.region,
  AWS_ACCESS_KEY_ID: endpoint.accessKeyId,
  AWS_SECRET_ACCESS_KEY: endpoint.secretAccessKey,
  AWS_EC2_METADATA_DISABLED: 'true',
  CDK_DISABLE_CLI_TELEMETRY: '1',
});
