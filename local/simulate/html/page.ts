import { render } from 'preact-render-to-string';
import { h, type VNode } from '../../../lambdas/pages/element.ts';
import { plain } from '../../demo/words.ts';
import { BASE_RATES } from '../base-rates.ts';
import type { Sums } from '../figures.ts';
import { isWhole, type SimulationReport } from '../report.ts';
import type { Counts } from '../tally.ts';
import { type Bar, barChart } from './bars.ts';
import { columnChart } from './columns.ts';
import { STYLE } from './style.ts';

/** The report of a simulation as one file that needs nothing beside it. */
export function simulationPage(report: SimulationReport, sums: Sums): string {
  const title = `${report.journeys} simulated journeys, seed ${report.seed}`;
  const { veinToVeinDays: vein } = report;
  const page = h(
    'html',
    { lang: 'en' },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', {}, title),
      h('style', { dangerouslySetInnerHTML: { __html: STYLE } }),
    ),
    h(
      'body',
      {},
      h('h1', {}, title),
      h('p', { class: isWhole(report) ? 'whole' : 'broken' }, resultText(report)),
      h('p', {}, summaryText(report)),
      chapter('How the courses ended', barChart('Journeys by outcome', barsOf(sums.outcomes), '')),
      chapter(
        'From collection to infusion',
        vein.count === 0
          ? h('p', {}, 'Nobody was treated.')
          : columnChart('Journeys by days from vein to vein', sums.veinToVein, {
              step: 7,
              label: 'days',
              line: vein.median,
            }),
        `Columns of a week, ${vein.count} treated. The line is the median, ${vein.median} days.`,
      ),
      chapter(
        'How long people take',
        barChart('Hours from being asked to deciding, by step', delayBars(report), ' h'),
        'From the first mail to the decision: the bar ends at the median, the line at nine of ten. Waiting that belongs to the step, such as a manufacture, is in it.',
      ),
      chapter(
        'What each role signs',
        barChart('Signatures by role', loadBars(report), ''),
        'Decisions, entries of checklists, reports and acknowledgements. The busiest month of each is in brackets.',
      ),
      chapter('Mails by person', barChart('Mails by person', barsOf(sums.mails), '')),
      chapter(
        'How long they were followed',
        columnChart('Journeys by whole years', sums.lasted, { step: 1, label: 'years' }),
      ),
      ...(Object.keys(sums.deviations).length === 0
        ? []
        : [chapter('Deviations', barChart('Deviations by kind', barsOf(sums.deviations), ''))]),
      ...hospitalChapters(report, sums),
      ...complaints(report),
      chapter('What chance was made of', ratesTable(), 'V: read in the source. T: estimate without one.'),
    ),
  );
  return `<!doctype html>${render(page)}`;
}

/** What the quality system of the hospital did to the courses. */
const hospitalChapters = ({ closedGates }: SimulationReport, { passed, renewals }: Sums): readonly VNode[] => [
  ...(Object.keys(closedGates).length === 0
    ? []
    : [
        chapter(
          'Gates that were closed',
          barChart(
            'Hours that a closed gate kept people waiting, by gate',
            Object.entries(closedGates).map(([gate, { times, medianHours, ninetiethHours }]) => ({
              label: `${plain(gate)} (${times})`,
              value: medianHours ?? 0,
              mark: ninetiethHours ?? 0,
            })),
            ' h',
          ),
          'From the first refusal to the signature: the bar ends at the median, the line at nine of ten. How often is in brackets.',
        ),
      ]),
  ...(Object.keys(passed).length === 0
    ? []
    : [chapter('Past a closed gate', barChart('Exemptions and emergencies by gate', barsOf(passed), ''))]),
  ...(Object.keys(renewals).length === 0
    ? []
    : [chapter('Renewals', barChart('Renewals by register, in time and late', barsOf(renewals), ''))]),
];

const chapter = (title: string, content: VNode, note?: string): VNode =>
  h('section', {}, h('h2', {}, title), note === undefined ? null : h('p', { class: 'note' }, note), content);

const barsOf = (counts: Counts): readonly Bar[] =>
  Object.entries(counts)
    .map(([label, value]) => ({ label: plain(label), value }))
    .sort((one, other) => other.value - one.value);

const delayBars = ({ delayHours }: SimulationReport): readonly Bar[] =>
  Object.entries(delayHours)
    .map(([label, { median, ninetieth }]) => ({ label, value: median ?? 0, mark: ninetieth ?? 0 }))
    .sort((one, other) => other.mark - one.mark);

const loadBars = ({ load }: SimulationReport): readonly Bar[] =>
  Object.entries(load)
    .map(([role, { signed, busiestMonth }]) => ({ label: `${role} (${busiestMonth})`, value: signed }))
    .sort((one, other) => other.value - one.value);

const resultText = (report: SimulationReport): string =>
  isWhole(report)
    ? `Every journey came to its end, and all ${report.chainsVerified} audit chains verify.`
    : `${report.stuck} journeys are stuck, ${report.brokenChains.length} audit chains do not verify.`;

const summaryText = (report: SimulationReport): string =>
  `${report.virtualYears} years, ${report.events} events, ${report.signOffs} decisions, ${report.lateSteps} steps not decided when due; ` +
  `played in ${(report.wallMs / 1000).toFixed(0)} seconds with ${report.peakRssMiB} MiB at most.`;

function complaints({ stuckJourneys, brokenChains }: SimulationReport): readonly VNode[] {
  const all = [...stuckJourneys, ...brokenChains];
  if (all.length === 0) return [];
  const lines = all.map(({ index, journeyId, protocol, site, why }) =>
    h('li', {}, `${index} ${journeyId} (${protocol}, ${site}): ${why}`),
  );
  return [chapter('Stuck or broken', h('ul', {}, ...lines))];
}

function ratesTable(): VNode {
  const rows = Object.entries(BASE_RATES).map(([name, { value, known, source }]) =>
    h(
      'tr',
      {},
      h('td', {}, name),
      h('td', {}, `${Math.round(value * 1000) / 10} %`),
      h('td', {}, known),
      h('td', {}, source),
    ),
  );
  return h('table', {}, ...rows);
}
