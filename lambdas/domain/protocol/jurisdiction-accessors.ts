import { testNamed } from './certificate-tests.ts';
import type { ConditioningWindow, MonitoringProfile, Protocol } from './schema.ts';
import { strictest } from './stricter.ts';
import type { Jurisdiction } from './terms.ts';
import { ANY_INDICATION } from './terms.ts';

// What a label says where it is in force. Each answers undefined where the file has no entry for the jurisdiction: another
// label is never taken in its place. A caller without a jurisdiction asks strictest-accessors.ts.

/** The window for giving the product, counted from the start or the end of conditioning. */
export interface Window {
  readonly from: ConditioningWindow['from'];
  readonly min: string;
  readonly max: string;
}

/** The window after conditioning for an indication under a label. A window for any indication answers for each. */
export function windowFor(protocol: Protocol, jurisdiction: Jurisdiction, indication: string): Window | undefined {
  const windows = protocol.conditioning?.windows.filter((window) => window.jurisdiction === jurisdiction) ?? [];
  const found = windows.find(({ indications }) =>
    indications.some((one) => one === indication || one === ANY_INDICATION),
  );
  return found && plainWindow(found);
}

/** The values of a window that gate. */
export const plainWindow = ({ from, min, max }: ConditioningWindow): Window => ({
  from,
  min: strictest('conditioning.windows[].min', min),
  max: strictest('conditioning.windows[].max', max),
});

export interface Tocilizumab {
  readonly dosesOnSite: number;
  /** Of each dose used; undefined where the label does not say. */
  readonly resupplyWithin: string | undefined;
  readonly shortageAlternative: boolean;
}

/** The rescue doses a label asks for. */
export function tocilizumabFor(protocol: Protocol, jurisdiction: Jurisdiction): Tocilizumab | undefined {
  const found = protocol.treatment?.tocilizumab?.find((entry) => entry.jurisdiction === jurisdiction);
  return (
    found && {
      dosesOnSite: found.dosesOnSite.value,
      resupplyWithin: found.resupplyWithin?.value,
      shortageAlternative: found.shortageAlternative?.value ?? false,
    }
  );
}

/** The monitoring a label asks for. */
export const monitoringProfile = (protocol: Protocol, jurisdiction: Jurisdiction): MonitoringProfile | undefined =>
  protocol.monitoring.profiles.find(({ jurisdictions }) => jurisdictions.includes(jurisdiction));

export interface Proximity {
  readonly duration: string;
  /** At most this far from the centre; undefined where the label does not say. */
  readonly travelTime: string | undefined;
}

/** How long from day 0, and how near, the patient stays. */
export function proximityFor(protocol: Protocol, jurisdiction: Jurisdiction): Proximity | undefined {
  const proximity = monitoringProfile(protocol, jurisdiction)?.proximity;
  return proximity && { duration: proximity.duration.value, travelTime: proximity.travelTime?.value };
}

/** How long from day 0 the patient does not drive. */
export const noDrivingFor = (protocol: Protocol, jurisdiction: Jurisdiction): string | undefined =>
  monitoringProfile(protocol, jurisdiction)?.noDriving?.value;

/** When the donor's sample may be taken: at most this long before, and this long after, the collection. */
export interface DonorTestWindow {
  readonly before: string;
  readonly after: string;
}

/** The stricter of what law and maker ask where a sample of the donor is concerned; each may have an entry of its own. */
export const donorTestWindow = (protocol: Protocol, jurisdiction: Jurisdiction): DonorTestWindow | undefined =>
  narrowest(donorTestWindows(protocol).filter((window) => window.jurisdiction === jurisdiction));

type DonorTestEntry = NonNullable<Protocol['startingMaterial']['donorTests']>['windows'][number];

export const donorTestWindows = (protocol: Protocol): readonly DonorTestEntry[] =>
  protocol.startingMaterial.donorTests?.windows ?? [];

/** The shortest time before and the shortest after, of several windows. */
export function narrowest([first, ...others]: readonly DonorTestEntry[]): DonorTestWindow | undefined {
  if (first === undefined) return undefined;
  const alternatives = (of: 'before' | 'after') =>
    [first, ...others].flatMap((entry) => [entry[of], ...(entry[of].alternatives ?? [])]);
  return {
    before: strictest('startingMaterial.donorTests.windows[].before', {
      ...first.before,
      alternatives: alternatives('before'),
    }),
    after: strictest('startingMaterial.donorTests.windows[].after', {
      ...first.after,
      alternatives: alternatives('after'),
    }),
  };
}

/** What a result of a certificate has to lie between, in the unit of its test; a side nobody says is undefined. */
export interface Limit {
  readonly test: string;
  /** The one it is for; without it, each. */
  readonly component?: string;
  readonly atLeast: number | undefined;
  readonly atMost: number | undefined;
}

/** The limits of release a label or specification says for results: those for the jurisdiction, and those for all. */
export const releaseLimits = (protocol: Protocol, jurisdiction: Jurisdiction): readonly Limit[] =>
  (protocol.outOfSpecification?.limits ?? []).flatMap(({ name, jurisdiction: of, component, limit: { min, max } }) => {
    const test = testNamed(name);
    return test === undefined || (of !== undefined && of !== jurisdiction)
      ? []
      : [{ test, ...(component === undefined ? {} : { component }), atLeast: min?.value, atMost: max?.value }];
  });
