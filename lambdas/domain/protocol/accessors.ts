import type { StepName } from '../vocabulary.ts';
import { compareDurations } from './durations.ts';
import type { Jurisdiction } from './quantities.ts';
import type { InUseClock, MonitoringProfile, Protocol, StartingMaterialKind, Visit } from './schema.ts';

/** How long this product lets the step stay open before it counts as late, where that is not the usual time of the step. */
export const stepDeadline = (protocol: Protocol, step: StepName): string | undefined =>
  protocol.stepDeadlines[step]?.value;

/** The follow-up visits in rising order; `after` counts from day 0, the day of administration. */
export const visits = (protocol: Protocol): readonly Visit[] => protocol.followUp.visits;

/** Every in-use clock with the event it starts from. */
export const inUseClocks = (protocol: Protocol): readonly InUseClock[] => protocol.preparation.inUseClocks;

/** What has to be collected; `none` means a journey without a collection. */
export const startingMaterialKind = (protocol: Protocol): StartingMaterialKind => protocol.startingMaterial.kind;

/** The window after the end of conditioning for an indication under a label, or undefined where the label gives none. */
export const conditioningWindow = (protocol: Protocol, jurisdiction: Jurisdiction, indication: string) =>
  protocol.conditioning?.windows.find(
    (window) => window.jurisdiction === jurisdiction && window.indications.includes(indication),
  );

/** The monitoring a label asks for, or undefined where the file has no profile of that jurisdiction. */
export const monitoringProfile = (protocol: Protocol, jurisdiction: Jurisdiction): MonitoringProfile | undefined =>
  protocol.monitoring.profiles.find(({ jurisdictions }) => jurisdictions.includes(jurisdiction));

/** The longest duration from day 0 in which the profile asks the patient to be watched or nearby. */
export function monitoringEnd({ daily, total, proximity }: MonitoringProfile): string {
  const durations = [daily, total, proximity?.duration].flatMap((duration) => duration?.value ?? []);
  const [longest] = durations.toSorted(compareDurations).reverse();
  if (longest === undefined) throw new RangeError('monitoring profile without end: parse the protocol before asking');
  return longest;
}
