import type { Measurement } from '../adapters/metrics.ts';
import type { JourneySummary } from '../domain/journey/summary.ts';
import { type Instant, millisecondsBetween } from '../domain/time.ts';

const HOUR_MS = 60 * 60 * 1000;

/** What one sweep found. */
interface Swept {
  readonly now: Instant;
  readonly stuck: number;
  readonly undelivered: number;
  readonly failed: number;
  readonly doubtful: number;
}

/** What the dashboard shows and the alarms watch; names as in `lib/metrics.ts`. */
export function sweepMetrics(
  open: readonly JourneySummary[],
  { now, stuck, undelivered, failed, doubtful }: Swept,
): readonly Measurement[] {
  const phases = new Map<string, number>();
  for (const { phase } of open) phases.set(phase, (phases.get(phase) ?? 0) + 1);
  const next = open.flatMap(({ nextDueAt }) => (nextDueAt === undefined ? [] : [nextDueAt])).sort()[0];
  return [
    ...[...phases].map(([phase, value]) => ({ name: 'JourneysOpen', value, dimensions: { Phase: phase } })),
    ...(next === undefined ? [] : [{ name: 'NextDueInHours', value: millisecondsBetween(now, next) / HOUR_MS }]),
    { name: 'Overdue', value: open.filter(({ stepDueAt }) => stepDueAt !== undefined && stepDueAt < now).length },
    { name: 'Stuck', value: stuck },
    { name: 'Undelivered', value: undelivered },
    { name: 'SweepFailed', value: failed },
    { name: 'AddressesDoubtful', value: doubtful },
    { name: 'SweepRan', value: 1 },
  ];
}
