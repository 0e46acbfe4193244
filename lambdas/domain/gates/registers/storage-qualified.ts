import { closedByEntry } from '../../registers/judge-entry.ts';
import type { EntryStanding } from '../../registers/standing.ts';
import { type Gate, OPEN, type Verdict } from '../gate.ts';
import { judgeFound } from './judge-found.ts';
import { namedIn, textIn } from './named.ts';

/** Whether a position is this place or one within it: `LN2-3 / rack 2` holds `LN2-3 / rack 2 / box 4`. */
const holds = (place: string, position: string): boolean =>
  position === place || (position.startsWith(place) && /^[\s/,:;-]/.test(position.slice(place.length)));

const serves = (entry: EntryStanding, position: string): boolean =>
  entry.serves?.some((place) => holds(place, position)) ?? false;

/** Of several that hold the position, such as a retired vessel and its successor, one that is not closed. */
function servedBy(entries: readonly EntryStanding[], position: string): EntryStanding | undefined {
  const holding = entries.filter((entry) => serves(entry, position));
  return holding.find(({ closedBecause }) => closedBecause === undefined) ?? holding[0];
}

/** The vessel that holds the named position is in use, mapped, calibrated, and its alarm was tested (clinical-pathway 3.4). */
export const storageQualified: Gate = {
  name: 'storage-qualified',
  class: 'qa-exemption',
  registers: ['equipment'],
  ofEvidence: true,
  judge(context): Verdict {
    const device = textIn(context.evidence, 'storageDevice');
    const position = textIn(context.evidence, 'storagePosition');
    // Nothing is stored yet.
    if (device === undefined && position === undefined) return OPEN;
    const find = (entries: readonly EntryStanding[]): EntryStanding | undefined =>
      device === undefined ? servedBy(entries, position ?? '') : namedIn(entries, device);
    const place = device ?? position;
    const verdict = judgeFound(context, {
      register: 'equipment',
      find,
      missing: `Storage: ${place} is not in the register of equipment. Store it in a qualified vessel, or have the vessel entered.`,
    });
    if (verdict.status !== 'open' || device === undefined || position === undefined) return verdict;
    const vessel = find((context.readiness?.entries ?? []).filter(({ register }) => register === 'equipment'));
    return vessel?.serves === undefined || serves(vessel, position)
      ? OPEN
      : closedByEntry({ of: vessel, why: 'other-place', place: position, places: vessel.serves });
  },
};
