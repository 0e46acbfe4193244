import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { complain, print } from '../../local/cli/print.ts';
import { scenarioNamed } from '../../scenarios/index.ts';
import { endAll } from './child-processes.ts';
import { deploy } from './deploy.ts';
import { type Deployment, deploymentAt, seedStaff, verifySender, webhookSecret } from './deployment.ts';
import { emulator } from './emulator.ts';
import { NotReady } from './expected-trouble.ts';
import { troubleInLogs } from './function-logs.ts';
import { playBoth } from './play-both.ts';

/**
 * The deployed test: the application on an independent AWS emulator plays the scenario files over HTTP, and its log must
 * be the one the embedded stack writes. Prints what it does; exit 0 only when everything held.
 */
const SCENARIOS = ['rejection', 'cancel', 'recollection', 'deferred', 'happy'] as const;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const began = Date.now();
const say = (text: string): void => print(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${text}`);

async function main(workDir: string): Promise<boolean> {
  say(process.env.AWS_ENDPOINT_URL === undefined ? 'start MiniStack on loopback' : 'use AWS_ENDPOINT_URL');
  const endpoint = await emulator(process.env, { cacheDir: join(root, '.cache'), workDir });
  say(`deploy to ${endpoint.url} (bundles, three stacks)`);
  const deployment = deploymentAt(endpoint, await deploy(endpoint, root, workDir));
  await seedStaff(deployment);
  await verifySender(deployment);
  const secret = await webhookSecret(deployment);
  try {
    return await play(deployment, secret);
  } catch (error) {
    for (const line of await troubleInLogs(endpoint)) complain(line);
    throw error;
  }
}

async function play(deployment: Deployment, secret: string): Promise<boolean> {
  let held = true;
  for (const name of process.argv.length > 2 ? process.argv.slice(2) : SCENARIOS) {
    const { line, problems } = await playBoth(deployment, scenarioNamed(name), secret);
    say(`${problems.length === 0 ? 'held' : 'FAILED'}  ${line}`);
    for (const problem of problems) complain(`        ${problem}`);
    held &&= problems.length === 0;
  }
  say(held ? 'deployed equals embedded' : 'deployed differs from what was expected');
  return held;
}

const workDir = mkdtempSync(join(tmpdir(), 'atmp-deployed-'));
const leave = (): void => {
  endAll('SIGKILL');
  rmSync(workDir, { recursive: true, force: true, maxRetries: 5 });
};
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => process.exit(code));
}
process.once('exit', leave);

try {
  process.exitCode = (await main(workDir)) ? 0 : 1;
} catch (error) {
  complain(error instanceof NotReady ? `\n${error.message}` : `\n${error instanceof Error ? error.stack : error}`);
  process.exitCode = 1;
} finally {
  endAll();
}
