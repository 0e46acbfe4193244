import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { print } from '../../local/cli/print.ts';
import { baseline, writeBaseline } from './baseline.ts';
import { bundleFigures, medianKilobytes } from './bundles.ts';
import { type JourneyCost, journeyCost } from './cost.ts';
import { fixedCosts } from './fixed.ts';
import { growth } from './growth.ts';
import { figure, isBroken, type Line, MACHINE, printLine } from './line.ts';
import { peakMegabytes } from './measure.ts';
import { paintFigures } from './paint.ts';
import { webhookFigures } from './webhook.ts';

/**
 * Measures what design and issues promise, one line a figure: measured, target, committed baseline. Exit 1 when a figure
 * is beyond twice its target. `--deep` grows to 10 000 journeys; `--only cost,bundles,webhook,growth,paint` measures a part;
 * `--write` puts the figures into docs/performance.md.
 */
const { values: given } = parseArgs({
  options: {
    deep: { type: 'boolean', default: false },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

async function costLines(): Promise<readonly Line[]> {
  const alone = await journeyCost('alone');
  const warm = await journeyCost('warm');
  printCost(alone);
  const fixed = await fixedCosts(alone.aSweep);
  print('\nA month of a production deployment, before the first journey (US dollars)');
  for (const { what, count, usd } of fixed)
    print(`  ${what.padEnd(28)} ${String(count).padStart(6)}  ${usd.toFixed(3).padStart(8)}`);
  const requests = alone.byService.filter(({ unit }) => !/GB/.test(unit)).reduce((sum, { cents }) => sum + cents, 0);
  return [
    { name: 'Requests of a journey of 15 years, no other journey near', measured: requests, unit: 'ct', target: 1.2 },
    { name: 'The same with run time, logs and transfer', measured: alone.beforeMail, unit: 'ct' },
    { name: 'The same with warm functions', measured: warm.beforeMail, unit: 'ct' },
    { name: 'Mail of a journey', measured: alone.mail, unit: 'ct' },
    { name: 'A page opened once more', measured: alone.aPage, unit: 'ct' },
    { name: 'State transitions of a journey', measured: alone.usage.stateTransitions, unit: 'times' },
    { name: 'Fixed cost of a deployment', measured: fixed.reduce((sum, { usd }) => sum + usd, 0), unit: 'USD a month' },
    { name: 'Journeys on the virtual clock', measured: 1_000 / warm.wallMs, unit: 'a second' },
    { name: 'Signed steps on the virtual clock', measured: (warm.signedSteps * 1_000) / warm.wallMs, unit: 'a second' },
    ...warm.handlers.map(({ name, ms }) => ({ name: `Handler ${name}, warm`, measured: ms, unit: 'ms' })),
    ...alone.handlers.map(({ name, ms }) => ({
      name: `Handler ${name}, no other journey near`,
      measured: ms,
      unit: 'ms',
    })),
    { name: 'Peak memory of two journeys', measured: peakMegabytes(), unit: 'MB' },
  ];
}

function printCost({ byService, byStep }: JourneyCost): void {
  print('\nOne journey of 15 years by service (US cents, eu-central-1)');
  for (const { service, units, cents } of byService)
    print(`  ${service.padEnd(18)} ${cents.toFixed(4).padStart(8)}  ${units}`);
  print('\nThe same by step');
  for (const { step, times, cents } of byStep)
    print(`  ${step.padEnd(36)} ${String(times).padStart(3)} × ${cents.toFixed(4).padStart(8)}`);
}

async function bundleLines(): Promise<readonly Line[]> {
  const figures = await bundleFigures();
  return [
    ...figures.map(({ job, kilobytes }) => ({ name: `Bundle ${job}`, measured: kilobytes, unit: 'KB', target: 1024 })),
    { name: 'Median bundle', measured: medianKilobytes(figures), unit: 'KB', target: 600 },
    ...figures.map(({ job, importMs }) => ({ name: `Import of ${job}`, measured: importMs, unit: 'ms', target: 120 })),
  ];
}

async function webhookLines(): Promise<readonly Line[]> {
  const { perSecond, p50, p95, p99, cpuMs } = await webhookFigures();
  return [
    { name: 'Webhook requests, 50 a second asked', measured: perSecond, unit: 'a second', target: 49, more: true },
    { name: 'Webhook median', measured: p50, unit: 'ms' },
    { name: 'Webhook p95', measured: p95, unit: 'ms' },
    { name: 'Webhook p99', measured: p99, unit: 'ms', target: 60 },
    { name: 'Processor time of a webhook request', measured: cpuMs, unit: 'ms' },
  ];
}

async function growthLines(): Promise<readonly Line[]> {
  const rows = await growth(given.deep ? [10, 100, 1_000, 10_000] : [10, 100, 1_000]);
  const [first] = rows;
  const last = rows.at(-1);
  for (const { journeys, readMs, writeMs, listMs } of rows)
    print(
      `  ${String(journeys).padStart(6)} journeys: read ${figure(readMs)} ms, write ${figure(writeMs)} ms, list ${figure(listMs)} ms each`,
    );
  if (first === undefined || last === undefined) return [];
  const grown = (name: string, of: 'readMs' | 'writeMs' | 'listMs'): Line => ({
    name: `${name} with ${last.journeys} journeys, to 10`,
    measured: last[of] / first[of],
    unit: 'times',
    target: 1.5,
  });
  return [
    grown('Reading a journey', 'readMs'),
    grown('Writing to a journey', 'writeMs'),
    grown('Listing a journey', 'listMs'),
  ];
}

async function paintLines(): Promise<readonly Line[]> {
  const figures = await paintFigures();
  return figures.map(({ page, ms }) => ({ name: `First paint of ${page}`, measured: ms, unit: 'ms', target: 200 }));
}

const PARTS = {
  cost: costLines,
  bundles: bundleLines,
  webhook: webhookLines,
  growth: growthLines,
  paint: paintLines,
} as const;
const wanted = given.only?.split(',') ?? Object.keys(PARTS);
const unknown = wanted.filter((part) => !(part in PARTS));
if (unknown.length > 0)
  throw new Error(`--only: got ${unknown.join(', ')}, expected some of ${Object.keys(PARTS).join(', ')}`);

print(
  `bench on ${MACHINE}; load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
);
const before = baseline();
const lines: Line[] = [];
for (const [part, measure] of Object.entries(PARTS)) {
  if (!wanted.includes(part)) continue;
  const measured = await measure();
  print('');
  for (const line of measured) printLine(line, before.get(line.name));
  lines.push(...measured);
}
if (given.write) writeBaseline(lines);
const broken = lines.filter(isBroken);
print(
  broken.length === 0
    ? '\nbench: nothing beyond twice its target'
    : `\nbench: beyond twice the target: ${broken.map(({ name }) => name).join('; ')}`,
);
process.exitCode = broken.length === 0 ? 0 : 1;
