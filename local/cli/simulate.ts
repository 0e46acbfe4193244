import { writeFile } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { protocols } from '../../lambdas/adapters/protocols.ts';
import { TOLD_PROTOCOLS } from '../../scenarios/told-protocols.ts';
import type { Plan } from '../simulate/arrivals.ts';
import { simulationPage } from '../simulate/html/page.ts';
import { simulationText } from '../simulate/print-summary.ts';
import { isWhole, simulationReport } from '../simulate/report.ts';
import { simulate as run } from '../simulate/simulate.ts';
import { KNOWN_SITES } from '../simulate/sites.ts';
import { print, printJson } from './print.ts';
import { progressOf } from './progress.ts';
import { Trouble } from './trouble.ts';

const SITES = KNOWN_SITES.map(({ id }) => id);

export const simulate = defineCommand({
  meta: { name: 'simulate', description: 'Many journeys with sampled delays and failures, on a virtual clock' },
  args: {
    journeys: { type: 'string', default: '20', description: 'how many' },
    seed: { type: 'string', default: '1', description: 'makes chance the same in each run' },
    protocols: { type: 'string', default: TOLD_PROTOCOLS.join(','), description: 'protocol ids, with commas' },
    sites: { type: 'string', default: SITES.join(','), description: 'site ids, with commas' },
    threads: { type: 'string', description: 'threads; without it, one for each core' },
    json: { type: 'boolean', default: false, description: 'print one JSON document instead of the summary' },
    html: { type: 'string', description: 'write a report to this file' },
  },
  run: async ({ args }) => {
    const started = Date.now();
    const plan: Plan = {
      journeys: wholeNumber('--journeys', args.journeys, 1),
      seed: wholeNumber('--seed', args.seed, 0),
      protocols: chosen('--protocols', args.protocols, TOLD_PROTOCOLS),
      sites: chosen('--sites', args.sites, SITES),
    };
    for (const id of plan.protocols) {
      const known = protocols.latest(id);
      if (!known.ok) throw new Trouble(known.refusal.message);
    }
    const progress = progressOf(plan.journeys, 'journeys', Date.now);
    const sums = await run({
      ...plan,
      ...(args.threads === undefined ? {} : { threads: wholeNumber('--threads', args.threads, 1) }),
      onProgress: progress.update,
    }).finally(progress.end);
    const measured = {
      wallMs: Date.now() - started,
      peakRssMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    };
    const report = simulationReport(plan, sums, measured);
    if (args.html !== undefined) await writeFile(args.html, simulationPage(report, sums));
    if (args.json) printJson(report);
    else print(simulationText(report));
    process.exitCode = isWhole(report) ? 0 : 1;
  },
});

function wholeNumber(option: string, given: string, least: number): number {
  const number = Number(given);
  if (!Number.isSafeInteger(number) || number < least)
    throw new Trouble(`${option}: got ${given}, expected a whole number from ${least} on`);
  return number;
}

function chosen(option: string, given: string, known: readonly string[]): readonly string[] {
  const wanted = given.split(',').filter((one) => one !== '');
  const unknown = wanted.find((one) => !known.includes(one));
  if (unknown !== undefined || wanted.length === 0)
    throw new Trouble(`${option}: got ${unknown ?? 'none'}, expected some of ${known.join(', ')}`);
  return wanted;
}
