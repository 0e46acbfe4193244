import { lastOpen, nextOpen, type WorkingTime } from '../calendar/working-time.ts';
import { type Instant, millisecondsBetween } from '../time.ts';
import type { DueRung } from './rungs.ts';

const MILLISECONDS_A_DAY = 86_400_000;

/** What decides how far a rung may be moved. */
export interface Answering {
  readonly site: WorkingTime;
  /** From when people are asked, and when they must have answered. */
  readonly asked: Instant;
  readonly due: Instant;
  /** A physical or legal deadline, or one of our own. */
  readonly kind: 'hard' | 'soft';
  /** True for a rung that warns of something to come. */
  readonly isWarning: (rung: DueRung) => boolean;
}

/**
 * Moves reminders into the working time of the site: nobody reads them at night. Critical rungs never wait, the first
 * asking follows what somebody just did, and where less than a day is given to answer (of a physical or legal
 * deadline: no more than a day), every hour counts.
 */
export function inOfficeHours(rungs: readonly DueRung[], answering: Answering): readonly DueRung[] {
  const { asked, due, kind } = answering;
  const given = millisecondsBetween(asked, due);
  if (given < MILLISECONDS_A_DAY || (kind === 'hard' && given === MILLISECONDS_A_DAY)) return rungs;
  return rungs.map((rung) =>
    rung.class === 'critical' || rung.rung === 'asked' ? rung : moved(rung, rungs, answering),
  );
}

function moved(rung: DueRung, rungs: readonly DueRung[], { site, asked, due, isWarning }: Answering): DueRung {
  const opens = nextOpen(rung.at, site);
  const warns = isWarning(rung);
  const bound = warns && rung.ladder === 'deadline' ? due : nextCritical(rung, rungs);
  if (bound === undefined || opens < bound) return { ...rung, at: opens };
  // Late is late: it is told together with what follows from it.
  if (!warns) return { ...rung, at: bound };
  // A warning that would come after what it warns of comes before the site closes, if anybody was asked by then.
  const closes = lastOpen(rung.at, site);
  return closes > asked ? { ...rung, at: closes } : rung;
}

/** When the next critical rung of the same ladder comes. */
const nextCritical = (rung: DueRung, rungs: readonly DueRung[]): Instant | undefined =>
  rungs
    .filter(({ ladder, class: mailClass, at }) => ladder === rung.ladder && mailClass === 'critical' && at >= rung.at)
    .map(({ at }) => at)
    .sort()[0];
