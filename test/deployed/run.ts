import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EMULATOR_DIFFERENCES, EMULATOR_GAPS } from '../../lib/emulator-gaps.ts';
import { complain, print } from '../../local/cli/print.ts';
import { scenarioNamed, scenarios } from '../../scenarios/index.ts';
import { endAll } from './child-processes.ts';
import { deploy } from './deploy.ts';
import { type Deployment, deploymentAt, seedStaff, verifySender, webhookSecret } from './deployment.ts';
import { openDoors } from './doors.ts';
import { emulator } from './emulator.ts';
import { NotReady } from './expected-trouble.ts';
import { troubleInLogs } from './function-logs.ts';
import { playBoth } from './play-both.ts';

/**
 * The deployed test: the application on an independent AWS emulator plays the scenario files over HTTP, and its log must
 * be the one the embedded stack writes. Prints what it does; exit 0 only when everything held. Names of scenarios as
 * arguments play only these.
 */
const asked = process.argv.slice(2);
/** A test that hangs says so and ends; the whole takes two or three minutes. */
const LONGEST_MS = 15 * 60 * 1000;

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
  const tell = (line: string, problems: readonly string[]): boolean => {
    say(`${problems.length === 0 ? 'held  ' : 'FAILED'}  ${line}`);
    for (const problem of problems) complain(`                ${problem}`);
    return problems.length === 0;
  };
  let held = tell('doors: what must be refused at the two APIs is', await openDoors(deployment));
  for (const scenario of asked.length > 0 ? asked.map(scenarioNamed) : scenarios) {
    const { line, problems } = await playBoth(deployment, scenario, secret);
    held = tell(line, problems) && held;
  }
  print('\nWhat this cannot show (lib/emulator-gaps.ts):');
  for (const { feature, reason } of EMULATOR_GAPS) print(`  ${feature}: not deployed. ${reason}`);
  for (const { differs, so } of EMULATOR_DIFFERENCES) print(`  ${differs}: ${so}.`);
  print('');
  say(held ? 'deployed equals embedded' : 'deployed differs from what was expected');
  return held;
}

const workDir = mkdtempSync(join(tmpdir(), 'atmp-deployed-'));
process.once('exit', () => {
  endAll();
  rmSync(workDir, { recursive: true, force: true, maxRetries: 5 });
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => process.exit(code));
}
setTimeout(() => {
  complain(`\nThe deployed test hangs: it is ended after ${LONGEST_MS / 60_000} minutes`);
  process.exit(1);
}, LONGEST_MS).unref();

try {
  process.exit((await main(workDir)) ? 0 : 1);
} catch (error) {
  complain(error instanceof NotReady ? `\n${error.message}` : `\n${error instanceof Error ? error.stack : error}`);
  process.exit(1);
}
