import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EMULATOR_DIFFERENCES, EMULATOR_GAPS } from '../../lib/emulator-gaps.ts';
import { complain, print } from '../../local/cli/print.ts';
import type { Endpoint } from '../../local/cli/signed-request.ts';
import type { Scenario } from '../../local/scenario/scenario.ts';
import { scenarioNamed } from '../../scenarios/index.ts';
import { endAll } from './child-processes.ts';
import { bootstrap, deploy, synthesise } from './deploy.ts';
import { type Deployment, deploymentAt, seedStaff, verifySender, webhookSecret } from './deployment.ts';
import { openDoors } from './doors.ts';
import { emulators } from './emulator.ts';
import { NotReady } from './expected-trouble.ts';
import { troubleInLogs } from './function-logs.ts';
import { playSuite } from './interpreter/play-suite.ts';
import { inLanes } from './lanes.ts';
import { lastRelease } from './last-release.ts';
import { playBoth, playEmbeddedInTurn } from './play-both.ts';
import { stories, UPGRADED } from './stories.ts';

/**
 * The deployed test: the application on independent AWS emulators plays scenario files over HTTP, and its log must be
 * the one the embedded stack writes; one of them begins on the machines of the last release. Two emulators play side by
 * side, because each has one clock. Prints what it does; exit 0 only when everything held. Names of scenarios as arguments
 * play only these; `interpreter` alone only asks the emulator what the suite of our interpreter says
 * (test/local/step-functions/suite).
 */
const asked = process.argv.slice(2);
/** One for each core of the smallest machine this runs on. */
const LANES = 2;
/** A test that hangs says so and ends; the whole takes two or three minutes. */
const LONGEST_MS = 15 * 60 * 1000;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const began = Date.now();
const say = (text: string): void => print(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${text}`);

const storyNamed = (name: string): Scenario => stories.find((story) => story.name === name) ?? scenarioNamed(name);

/** Says how something went; whether it held. */
function tell({ line, problems }: { readonly line: string; readonly problems: readonly string[] }): boolean {
  say(`${problems.length === 0 ? 'held  ' : 'FAILED'}  ${line}`);
  for (const problem of problems) complain(`                ${problem}`);
  return problems.length === 0;
}

interface Lane {
  readonly deployment: Deployment;
  /** Folder of what was deployed. */
  readonly assembly: string;
  readonly secret: string;
}

async function main(workDir: string): Promise<boolean> {
  const suiteAlone = asked.length === 1 && asked[0] === 'interpreter';
  const chosen = asked.length > 0 && !suiteAlone ? asked.map(storyNamed) : stories;
  const count = suiteAlone ? 1 : Math.min(LANES, chosen.length);
  say(process.env.AWS_ENDPOINT_URL === undefined ? `start ${count} MiniStack on loopback` : 'use AWS_ENDPOINT_URL');
  const endpoints = await emulators(process.env, { cacheDir: join(root, '.cache'), workDir, count });
  const [first] = endpoints;
  if (first === undefined) throw new Error('Emulators: expected at least one, got none');
  if (suiteAlone) return tell(await playSuite(first));
  say('synthesise (bundles, three stacks)');
  // The suite mostly waits, and so does the emulator as long as there is nothing to deploy.
  const [assembly, suite] = await Promise.all([
    synthesise(first, root, workDir),
    asked.length === 0 ? playSuite(first).then(tell) : true,
  ]);
  say(`deploy to ${endpoints.map(({ url }) => url).join(' and ')}`);
  const lanes = await Promise.all(
    endpoints.map((endpoint, index) => laneAt(endpoint, assembly, join(workDir, `${index}`))),
  );
  try {
    return await play(lanes, chosen, suite);
  } catch (error) {
    for (const { deployment } of lanes) {
      for (const line of await troubleInLogs(deployment.endpoint)) complain(line);
    }
    throw error;
  }
}

async function laneAt(endpoint: Endpoint, assembly: string, workDir: string): Promise<Lane> {
  await bootstrap(endpoint, root, workDir);
  const deployment = deploymentAt(endpoint, await deploy(endpoint, assembly, root, workDir));
  await seedStaff(deployment);
  await verifySender(deployment);
  return { deployment, assembly, secret: await webhookSecret(deployment) };
}

/** @param suite whether what came before held */
async function play(lanes: readonly Lane[], chosen: readonly Scenario[], suite: boolean): Promise<boolean> {
  const doors = await inLanes(lanes, lanes, (_, { deployment }) => openDoors(deployment));
  const closed = tell({ line: 'doors: the two APIs show and refuse what they must', problems: doors.flat() });
  const all = await inLanes(lanes, playEmbeddedInTurn(chosen), async ({ deployment, assembly, secret }, begun) => {
    const before = begun.scenario === UPGRADED ? await lastRelease(deployment, assembly) : undefined;
    return tell(await playBoth(deployment, begun, secret, before));
  });
  const held = suite && closed && all.every(Boolean);
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
