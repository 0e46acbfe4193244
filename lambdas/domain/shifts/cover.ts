import type { Standing } from '../competence/competence.ts';
import { competentBy } from '../competence/judge-competence.ts';
import type { SiteReadiness } from '../registers/site-readiness.ts';
import { isAway } from '../staff/absence.ts';
import { shiftsAt } from '../staff/duty-rota.ts';
import type { Instant } from '../time.ts';
import { matched } from './matching.ts';
import type { OnDuty, PersonOnDuty } from './on-duty.ts';
import { ASKED_OF, neededIn, PLACES, type Place, type ShiftCover } from './places.ts';

interface Asked {
  readonly cover: ShiftCover;
  readonly at: Instant;
  readonly site: string;
  /** IANA time zone of the site. */
  readonly zone: string;
  /** How the documents of the site stand: whoever was trained in a version that was changed since fills no place. */
  readonly readiness?: SiteReadiness | undefined;
}

/** A place of a shift, who fills it, and by which assessment. */
export interface Filled {
  readonly place: Place;
  /** User id. */
  readonly by: string;
  readonly standing: Standing;
}

/** A place that too few people fill. */
export interface ShortPlace {
  readonly place: Place;
  readonly have: number;
  readonly need: number;
}

export interface Covered {
  /** Names of the shifts of that time; none where nobody is on site by the rota. */
  readonly shifts: readonly string[];
  readonly filled: readonly Filled[];
  readonly short: readonly ShortPlace[];
}

/** What is missing on a shift, and who can mend it: the same as the reason, as a value. */
export interface ShortShift extends Pick<Covered, 'shifts' | 'short'> {
  readonly at: Instant;
  /** User id or role of who leads the rota; missing where there is none. */
  readonly lead?: string;
}

/** The same of a planned day of treatment. */
export interface ShortDay extends ShortShift {
  readonly journeyId: string;
}

/**
 * Who of those on site fills which place of the day of treatment. Everybody fills one at most: who thaws does not check it, and the bedside
 * waits while they do. Nobody does who is away, has left, or whose assessment does not count then.
 */
export function coverOf({ rota, people }: OnDuty, { cover, at, site, zone, readiness }: Asked): Covered {
  const shifts = rota === undefined ? [] : shiftsAt(rota, at);
  const rostered = new Set(shifts.flatMap(({ who }) => who));
  const there = people.filter(
    (one) => rostered.has(one.id) && one.active && one.site === site && !isAway(one.calendar?.absences, at),
  );
  const standingIn = ({ roles, competence }: PersonOnDuty, place: Place): Standing | undefined => {
    const { task, role } = ASKED_OF[place];
    if (role !== undefined && !roles.includes(role)) return undefined;
    return competentBy(competence, { task, at, zone, readiness });
  };
  const places = PLACES.flatMap((place) => Array.from({ length: neededIn(cover, place) }, () => place));
  const found = matched(places, there, (person, place) => standingIn(person, place) !== undefined);
  const filled = places.flatMap((place, index): readonly Filled[] => {
    const person = found[index];
    const standing = person === undefined ? undefined : standingIn(person, place);
    return person === undefined || standing === undefined ? [] : [{ place, by: person.id, standing }];
  });
  const short = PLACES.map((place) => ({
    place,
    have: filled.filter((one) => one.place === place).length,
    need: neededIn(cover, place),
  })).filter(({ have, need }) => have < need);
  return { shifts: shifts.map(({ name }) => name), filled, short };
}
