import pc from 'picocolors';
import { print } from '../cli/print.ts';
import type { DemoReport } from './report.ts';
import { plain } from './words.ts';

const row = (name: string, value: string): string => `  ${pc.dim(name.padEnd(16))}${value}`;

/** What a reader wants to know at the end: what was signed, what was late, what it cost, whether the audit verified. */
export function summaryText(report: DemoReport): string {
  const { audit, usage, signOffs, notifications, deviations, expectations } = report;
  const reminders = notifications.filter(({ kind }) => kind !== 'asked' && !kind.startsWith('journey'));
  const years =
    (Date.parse(report.virtualTo ?? '') - Date.parse(report.virtualFrom ?? '')) / (365.25 * 24 * 60 * 60 * 1000);
  return [
    '',
    pc.bold(`Journey ${report.journeyId}: ${plain(report.outcome ?? 'still open')}`),
    row('signed', `${signOffs.length} decisions by ${new Set(signOffs.map(({ by }) => by)).size} people`),
    row('mailed', `${notifications.length} mails, ${reminders.length} of them reminders or calls`),
    row('follow-up', `${report.followUpVisits.length} visits`),
    row('deviations', deviations.length === 0 ? 'none' : deviations.map(({ kind }) => plain(kind)).join(', ')),
    row(
      'cost on AWS',
      `about $${(usage.usdBeforeMail + usage.usdMail).toFixed(3)} at list prices (${usage.stateTransitions} state transitions, ${usage.lambdaInvocations} invocations, ${usage.dynamoWrites} writes, ${usage.emails} mails)`,
    ),
    row(
      'audit',
      audit.verified
        ? pc.green(`${audit.events} events, chain verified, head ${audit.head?.slice(0, 16)}…`)
        : pc.red('chain broken'),
    ),
    row('time', `${years.toFixed(1)} years in ${(report.wallMs / 1000).toFixed(1)} s`),
    row('expectations', expectations.met ? pc.green('all held') : pc.red(`${expectations.unmet.length} not met`)),
    ...expectations.unmet.map((unmet) => `    ${pc.red('✕')} ${unmet}`),
    '',
  ].join('\n');
}

/** Prints the report and sets the exit code: 0 only when the expectations held and the audit chain verified. */
export function printSummaryAndExit(report: DemoReport, asJson: boolean): void {
  print(asJson ? JSON.stringify(report, null, 2) : summaryText(report));
  process.exitCode = report.expectations.met && report.audit.verified ? 0 : 1;
}
