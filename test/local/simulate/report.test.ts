import { expect, test } from 'vitest';
import { progressLine } from '../../../local/cli/progress.ts';
import { Figures } from '../../../local/simulate/figures.ts';
import { simulationPage } from '../../../local/simulate/html/page.ts';
import { simulationText } from '../../../local/simulate/print-summary.ts';
import { isWhole, simulationReport } from '../../../local/simulate/report.ts';
import { quantile } from '../../../local/simulate/tally.ts';

const plan = { journeys: 3, seed: 9, protocols: ['kymriah'], sites: ['university-hospital'] };
const measured = { wallMs: 4000, peakRssMiB: 210 };
const arrival = { index: 2, order: 'SIM-9-2', at: '2027-01-11T08:00:00.000Z', protocol: 'kymriah', site: 'eye-clinic' };

/** Two batches, of which one holds a journey that is stuck. */
function sums() {
  const empty = new Figures().sums;
  const all = new Figures();
  const one = {
    ...empty,
    finished: 1,
    verified: 1,
    events: 386,
    signOffs: 77,
    lateSteps: 3,
    years: 15.1,
    outcomes: { completed: 1 },
    lasted: { '15': 1 },
    veinToVein: { '54': 1 },
    delays: { 'Check the order': { '2': 3, '26': 1 } },
    load: { physician: 20 },
    monthly: { 'physician 2027-01': 8, 'physician 2027-02': 12 },
    mails: { physician: 40 },
    told: { 'Check the order: half': 4 },
    actedOn: { 'Check the order: half': 1 },
    closedGates: { 'site-ready': 1 },
    heldHours: { 'site-ready': { '46': 1 } },
    passed: { 'qa-exemption: site-ready': 1 },
    renewals: { 'equipment: in time': 9, 'equipment: late': 1 },
  };
  all.add(one);
  all.add({ ...one, outcomes: { died: 1 }, lasted: { '2': 1 }, years: 2, veinToVein: { '61': 1 } });
  const last = new Figures();
  last.stuck(arrival, 'JSTUCK111', 'Check the order 1: <nobody>');
  all.add(last.sums);
  return all.sums;
}

test('batches add up, and what a role signs is told for its busiest month', () => {
  const report = simulationReport(plan, sums(), measured);
  expect(report).toMatchObject({
    seed: 9,
    journeys: 3,
    outcomes: { completed: 1, died: 1 },
    stuck: 1,
    chainsVerified: 2,
    events: 772,
    signOffs: 154,
    lateSteps: 6,
    virtualYears: 17.1,
    veinToVeinDays: { count: 2, median: 54, ninetieth: 61 },
    delayHours: { 'Check the order': { count: 8, median: 2, ninetieth: 26 } },
    load: { physician: { signed: 40, busiestMonth: 24 } },
    mails: { physician: 80 },
    alerts: { 'Check the order: half': { told: 8, actedOn: 2, rate: 0.25 } },
    closedGates: { 'site-ready': { times: 2, medianHours: 46 } },
    passedGates: { 'qa-exemption: site-ready': 2 },
    renewals: { 'equipment: in time': 18, 'equipment: late': 2 },
    ...measured,
  });
});

test('what was closed, passed and renewed is told by name', () => {
  const all = sums();
  const report = simulationReport(plan, all, measured);
  const text = simulationText(report);
  expect(text).toContain('site ready 2 times (half within 46 h, nine of ten within 46 h), qa exemption: site ready 2');
  expect(text).toContain('18 in time, 2 late');
  expect(simulationText({ ...report, closedGates: {}, passedGates: {} })).toContain('none when somebody came to sign');
  const page = simulationPage(report, all);
  for (const shown of ['site ready (2)', 'equipment: late', 'qa exemption: site ready']) expect(page).toContain(shown);
});

test('a journey that is stuck is named, and the whole is not whole', () => {
  const report = simulationReport(plan, sums(), measured);
  expect(isWhole(report)).toBe(false);
  expect(simulationText(report)).toContain('JSTUCK111');
  expect(simulationText(report)).toContain('Check the order: half (25 % of 8 acted on in a day)');
  expect(isWhole({ ...report, stuck: 0, chainsVerified: 3 })).toBe(true);
  expect(isWhole({ ...report, stuck: 0, chainsVerified: 2 })).toBe(false);
});

test('the page shows its figures and needs nothing from elsewhere', () => {
  const all = sums();
  const page = simulationPage(simulationReport(plan, all, measured), all);
  for (const shown of ['3 simulated journeys', 'median, 54 days', 'Check the order', '2 to 26 h', 'physician (24)'])
    expect(page).toContain(shown);
  expect(page).toContain('JSTUCK111 (kymriah, eye-clinic): Check the order 1: &lt;nobody>');
  expect(page).not.toMatch(/<script|<link|src=|url\(|NaN|undefined/);
});

test('nothing to count has no median', () => {
  expect(quantile({}, 0.5)).toBeNull();
  expect(quantile({ '10': 1, '9': 1 }, 0.5)).toBe(9);
});

test('progress tells rate and time left once there is a rate', () => {
  expect(progressLine(0, 10, 'journeys', 3)).toMatch(/0\/10 journeys$/);
  expect(progressLine(5, 10, 'journeys', 50)).toContain('5/10 journeys, 0.1 a second, 50 s left');
  expect(progressLine(5, 1000, 'journeys', 5)).toContain('1.0 a second, 17 min left');
});
