import { acuteMonitoringEnd, observationDays } from './accessors.ts';
import { compareDurations } from './durations.ts';
import {
  type DonorTestWindow,
  donorTestWindow,
  monitoringProfile,
  noDrivingFor,
  type Proximity,
  proximityFor,
  type Tocilizumab,
  tocilizumabFor,
  type Window,
  windowFor,
} from './jurisdiction-accessors.ts';
import type { Protocol } from './schema.ts';
import {
  strictestDonorTestWindow,
  strictestNoDriving,
  strictestProximity,
  strictestTocilizumab,
  strictestWindows,
} from './strictest-accessors.ts';
import type { Jurisdiction } from './terms.ts';

// What gates at a site: its own label, and where that says nothing, part by part, the strictest of what the other labels say.

/** The windows in which the product may be given, one for each event they count from. */
export function windowsInForce(protocol: Protocol, jurisdiction: Jurisdiction, indication: string): readonly Window[] {
  const own = windowFor(protocol, jurisdiction, indication);
  return own === undefined ? strictestWindows(protocol, indication) : [own];
}

export function tocilizumabInForce(protocol: Protocol, jurisdiction: Jurisdiction): Tocilizumab | undefined {
  const own = tocilizumabFor(protocol, jurisdiction);
  const strictest = strictestTocilizumab(protocol);
  return own === undefined ? strictest : { ...own, resupplyWithin: own.resupplyWithin ?? strictest?.resupplyWithin };
}

export function proximityInForce(protocol: Protocol, jurisdiction: Jurisdiction): Proximity | undefined {
  const own = proximityFor(protocol, jurisdiction);
  const strictest = strictestProximity(protocol);
  return own === undefined ? strictest : { ...own, travelTime: own.travelTime ?? strictest?.travelTime };
}

export const noDrivingInForce = (protocol: Protocol, jurisdiction: Jurisdiction): string | undefined =>
  noDrivingFor(protocol, jurisdiction) ?? strictestNoDriving(protocol);

export const donorTestWindowInForce = (protocol: Protocol, jurisdiction: Jurisdiction): DonorTestWindow | undefined =>
  donorTestWindow(protocol, jurisdiction) ?? strictestDonorTestWindow(protocol);

/** How long from day 0 acute monitoring lasts: of the site's label, else the longest any label asks for. */
export function acuteMonitoringInForce(protocol: Protocol, jurisdiction: Jurisdiction): string | undefined {
  const own = monitoringProfile(protocol, jurisdiction);
  const told = own === undefined ? undefined : acuteMonitoringEnd(own);
  return (
    told ??
    protocol.monitoring.profiles
      .flatMap((profile) => acuteMonitoringEnd(profile) ?? [])
      .toSorted(compareDurations)
      .at(-1)
  );
}

/** Days from day 0 by each of which the patient is observed: of the site's label, else of the label that asks for most. */
export function observationDaysInForce(protocol: Protocol, jurisdiction: Jurisdiction): readonly number[] {
  const own = monitoringProfile(protocol, jurisdiction);
  const days = (own === undefined ? protocol.monitoring.profiles : [own]).map(observationDays);
  return days.toSorted((one, other) => one.length - other.length).at(-1) ?? [];
}
