import { STRICTEST_POLICY } from '../lambdas/domain/journey/site-policy.ts';
import { acuteMonitoringInForce, observationDaysInForce } from '../lambdas/domain/protocol/in-force.ts';
import type { Protocol } from '../lambdas/domain/protocol/schema.ts';
import { millisecondsBetween, plus } from '../lambdas/domain/time.ts';
import type { Course } from '../local/scenario/course.ts';
import type { Answer } from '../local/scenario/scenario.ts';
import { item } from './usual-checklists.ts';

/** Whole days from day 0 on which acute monitoring ends, by the label of the example site, else by the longest. */
export function monitoredDays({ protocol }: Course): number {
  const monitored = acuteMonitoringInForce(protocol, STRICTEST_POLICY.jurisdiction) ?? 'P14D';
  return millisecondsBetween(ANY_DAY, plus(ANY_DAY, monitored, 'UTC')) / DAY_MS;
}
const ANY_DAY = '2027-01-01T00:00:00.000Z';
const DAY_MS = 86_400_000;
/** The patient is seen in the morning of each day on which the label of the example site asks for it. */
export const observationDays = (protocol: Protocol): readonly number[] =>
  observationDaysInForce(protocol, STRICTEST_POLICY.jurisdiction);

export function observations({ protocol }: Course): readonly Answer[] {
  const days = observationDays(protocol);
  return days.map((day, index) =>
    item('observation', `+${day - (days[index - 1] ?? 0)}d 08:00!`, {
      evidence: () => ({ crsGrade: index === 0 ? 0 : 1, icansGrade: 0, temperatureTaken: true }),
    }),
  );
}
