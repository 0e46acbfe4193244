import pc from 'picocolors';
import { plain } from '../demo/words.ts';
import { isWhole, type SimulationReport } from './report.ts';

const row = (name: string, value: string): string => `  ${pc.dim(name.padEnd(16))}${value}`;
const MOST_LINES = 10;

/** Reminders that were told often and acted on least. */
const ignored = ({ alerts }: SimulationReport): string =>
  Object.entries(alerts)
    .sort(([, one], [, other]) => other.told - other.actedOn - (one.told - one.actedOn))
    .slice(0, 3)
    .map(([rung, { told, rate }]) => `${rung} (${Math.round(100 * rate)} % of ${told} acted on in a day)`)
    .join(', ');

/** Gates of the quality system by name, and how long each kept people waiting. */
const closedText = ({ closedGates, passedGates }: SimulationReport): string => {
  const closed = Object.entries(closedGates).map(
    ([gate, { times, medianHours, ninetiethHours }]) =>
      `${plain(gate)} ${times} times (half within ${medianHours} h, nine of ten within ${ninetiethHours} h)`,
  );
  const passed = Object.entries(passedGates).map(([way, times]) => `${plain(way)} ${times}`);
  return [...closed, ...passed].join(', ') || 'none when somebody came to sign';
};

const renewedText = ({ renewals }: SimulationReport): string => {
  const sum = (when: string): number =>
    Object.entries(renewals).reduce((all, [what, times]) => all + (what.endsWith(when) ? times : 0), 0);
  return `${sum(': in time')} in time, ${sum(': late')} late`;
};

/** What a reader wants to know at the end: how the courses ended, whether any did not, how long it took. */
export function simulationText(report: SimulationReport): string {
  const { journeys, veinToVeinDays: vein, load, mails, stuckJourneys, brokenChains, functionErrors } = report;
  const told = Object.values(mails).reduce((sum, count) => sum + count, 0);
  const slowest = Object.entries(report.delayHours)
    .map(([step, { median, ninetieth }]) => ({ step, median: median ?? 0, ninetieth: ninetieth ?? 0 }))
    .sort((one, other) => other.ninetieth - one.ninetieth)
    .slice(0, 3);
  const rate = journeys / (report.wallMs / 1000);
  return [
    '',
    pc.bold(`${journeys} journeys, seed ${report.seed}: ${report.virtualYears} years of treatment and follow-up`),
    row(
      'outcomes',
      Object.entries(report.outcomes)
        .map(([outcome, count]) => `${count} ${plain(outcome)}`)
        .join(', '),
    ),
    row('signed', `${report.signOffs} decisions, ${report.lateSteps} steps were not decided when due`),
    row('mailed', `${told} mails to ${Object.keys(mails).length} people`),
    row('ignored most', ignored(report)),
    row(
      'vein to vein',
      vein.median === null
        ? 'nobody was treated'
        : `median ${vein.median} days (${vein.tenth} to ${vein.ninetieth} for eight of ten)`,
    ),
    row(
      'slowest steps',
      slowest.map(({ step, ninetieth }) => `${step} (${Math.round(ninetieth / 24)} days for nine of ten)`).join(', '),
    ),
    row(
      'busiest',
      Object.entries(load)
        .sort(([, one], [, other]) => other.busiestMonth - one.busiestMonth)
        .slice(0, 3)
        .map(([role, { busiestMonth }]) => `${role} (${busiestMonth} signatures in a month)`)
        .join(', '),
    ),
    row('closed gates', closedText(report)),
    row('renewed', renewedText(report)),
    row('audit', `${report.events} events, ${report.chainsVerified} of ${journeys} chains verified`),
    row(
      'time',
      `${(report.wallMs / 1000).toFixed(1)} s, ${rate.toFixed(2)} journeys a second, ${report.peakRssMiB} MiB at most`,
    ),
    row(
      'result',
      isWhole(report)
        ? pc.green('every journey came to its end')
        : pc.red(`${report.stuck} stuck, ${brokenChains.length} broken`),
    ),
    ...[...stuckJourneys, ...brokenChains]
      .slice(0, MOST_LINES)
      .map(({ index, journeyId, protocol, why }) => `    ${pc.red('✕')} ${index} ${journeyId} ${protocol}: ${why}`),
    ...functionErrors.slice(0, MOST_LINES).map((fault) => `    ${pc.yellow('!')} ${fault}`),
    '',
  ].join('\n');
}
