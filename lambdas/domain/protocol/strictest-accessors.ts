import {
  type DonorTestWindow,
  donorTestWindows,
  narrowest,
  type Proximity,
  plainWindow,
  type Tocilizumab,
  tocilizumabFor,
  type Window,
} from './jurisdiction-accessors.ts';
import type { Protocol } from './schema.ts';
import { type Direction, STRICTER, strictestOf } from './stricter.ts';
import { ANY_INDICATION } from './terms.ts';

// For a caller that knows no jurisdiction: the strictest of all labels in the file.

/**
 * The narrowest windows of all labels for an indication, one for each event they count from; none where no label has
 * one. Where labels exclude each other, `min` comes after `max`: no time fits them all.
 */
export function strictestWindows(protocol: Protocol, indication: string): readonly Window[] {
  const windows = (protocol.conditioning?.windows ?? [])
    .filter(({ indications }) => indications.some((one) => one === indication || one === ANY_INDICATION))
    .map(plainWindow);
  return [...Map.groupBy(windows, ({ from }) => from)].flatMap(([from, group]) => {
    const min = pick(
      STRICTER['conditioning.windows[].min'],
      group.map((window) => window.min),
    );
    const max = pick(
      STRICTER['conditioning.windows[].max'],
      group.map((window) => window.max),
    );
    return min === undefined || max === undefined ? [] : [{ from, min, max }];
  });
}

/** The most doses on site, the shortest resupply, and an alternative only where every label allows one. */
export function strictestTocilizumab(protocol: Protocol): Tocilizumab | undefined {
  const entries = (protocol.treatment?.tocilizumab ?? []).flatMap(
    ({ jurisdiction }) => tocilizumabFor(protocol, jurisdiction) ?? [],
  );
  const most = STRICTER['treatment.tocilizumab[].dosesOnSite'];
  const dosesOnSite = pick(
    most,
    entries.map((entry) => entry.dosesOnSite),
  );
  if (dosesOnSite === undefined) return undefined;
  const soonest = STRICTER['treatment.tocilizumab[].resupplyWithin'];
  return {
    dosesOnSite,
    resupplyWithin: pick(
      soonest,
      entries.flatMap((entry) => entry.resupplyWithin ?? []),
    ),
    shortageAlternative: entries.every((entry) => entry.shortageAlternative),
  };
}

/** The longest stay nearby, and the shortest way. */
export function strictestProximity({ monitoring: { profiles } }: Protocol): Proximity | undefined {
  const stays = profiles.flatMap(({ proximity }) => proximity ?? []);
  const longest = STRICTER['monitoring.profiles[].proximity.duration'];
  const duration = pick(
    longest,
    stays.map((stay) => stay.duration.value),
  );
  if (duration === undefined) return undefined;
  const nearest = STRICTER['monitoring.profiles[].proximity.travelTime'];
  return {
    duration,
    travelTime: pick(
      nearest,
      stays.flatMap(({ travelTime }) => travelTime?.value ?? []),
    ),
  };
}

/** The longest time without driving. */
export const strictestNoDriving = ({ monitoring: { profiles } }: Protocol): string | undefined =>
  pick(
    STRICTER['monitoring.profiles[].noDriving'],
    profiles.flatMap(({ noDriving }) => noDriving?.value ?? []),
  );

/** The shortest time before and the shortest after the collection, of all laws and makers in the file. */
export const strictestDonorTestWindow = (protocol: Protocol): DonorTestWindow | undefined =>
  narrowest(donorTestWindows(protocol));

const pick = <T extends number | string>(direction: Direction, [first, ...others]: readonly T[]): T | undefined =>
  first === undefined ? undefined : strictestOf(direction, [first, ...others]);
