import type { Plan } from './arrivals.ts';
import type { Sums } from './figures.ts';
import { type Counts, quantile } from './tally.ts';

/** The document of `simulate --json` (design 6); all of it but `wallMs` and `peakRssMiB` follows from the plan. */
export function simulationReport(
  plan: Plan,
  sums: Sums,
  measured: { readonly wallMs: number; readonly peakRssMiB: number },
) {
  return {
    seed: plan.seed,
    journeys: plan.journeys,
    outcomes: sums.outcomes,
    stuck: sums.stuck.length,
    chainsVerified: sums.verified,
    events: sums.events,
    signOffs: sums.signOffs,
    lateSteps: sums.lateSteps,
    virtualYears: Math.round(sums.years * 10) / 10,
    lastedYears: sums.lasted,
    protocols: sums.protocols,
    sites: sums.sites,
    veinToVeinDays: spreadOf(sums.veinToVein),
    delayHours: Object.fromEntries(Object.entries(sums.delays).map(([step, counts]) => [step, spreadOf(counts)])),
    load: loadOf(sums),
    mails: sums.mails,
    mailClasses: sums.mailClasses,
    alerts: alertsOf(sums),
    deviations: sums.deviations,
    closedGates: Object.fromEntries(
      Object.entries(sums.closedGates).map(([gate, times]) => {
        const { median, ninetieth } = spreadOf(sums.heldHours[gate] ?? {});
        return [gate, { times, medianHours: median, ninetiethHours: ninetieth }];
      }),
    ),
    passedGates: sums.passed,
    renewals: sums.renewals,
    stuckJourneys: sums.stuck,
    brokenChains: sums.broken,
    functionErrors: sums.faults,
    ...measured,
  };
}
export type SimulationReport = ReturnType<typeof simulationReport>;

/** Whether every journey came to its end with a chain that verifies. */
export const isWhole = ({ journeys, stuck, chainsVerified }: SimulationReport): boolean =>
  stuck === 0 && chainsVerified === journeys;

const spreadOf = (counts: Counts) => ({
  count: Object.values(counts).reduce((sum, count) => sum + count, 0),
  median: quantile(counts, 0.5),
  tenth: quantile(counts, 0.1),
  ninetieth: quantile(counts, 0.9),
});

/** How often each rung was told, and which share of it was acted on within a day by whom it went to. */
const alertsOf = ({ told, actedOn }: Sums) =>
  Object.fromEntries(
    Object.entries(told).map(([rung, times]) => {
      const acted = actedOn[rung] ?? 0;
      return [rung, { told: times, actedOn: acted, rate: Math.round((100 * acted) / times) / 100 }];
    }),
  );

/** What each role signs: in all, and in its busiest month. */
function loadOf({
  load,
  monthly,
}: Sums): Readonly<Record<string, { readonly signed: number; readonly busiestMonth: number }>> {
  return Object.fromEntries(
    Object.entries(load).map(([role, signed]) => {
      const months = Object.entries(monthly).filter(([key]) => key.startsWith(`${role} `));
      return [role, { signed, busiestMonth: Math.max(0, ...months.map(([, count]) => count)) }];
    }),
  );
}
