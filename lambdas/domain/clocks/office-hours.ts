import { lastOpen, nextOpen, type WorkingTime } from '../calendar/working-time.ts';
import { type Instant, millisecondsBetween } from '../time.ts';
import type { DueRung } from './rungs.ts';

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * `warning`: says how near something is. `on-the-way`: says that part of the time is over. `told`: says what is so.
 * `day-and-night`: whom it is for is there at any hour.
 */
export type RungKind = 'warning' | 'on-the-way' | 'told' | 'day-and-night';

/** What decides how far a rung may be moved. */
export interface Answering {
  readonly site: WorkingTime;
  /** From when people are asked, and when they must have answered. */
  readonly asked: Instant;
  readonly due: Instant;
  /** A physical or legal deadline, or one of our own. */
  readonly kind: 'hard' | 'soft';
  readonly kindOf: (rung: DueRung) => RungKind;
}

/**
 * Moves reminders into the working time of the site: nobody reads them at night. Critical rungs never wait, the first
 * asking follows what somebody just did, and where less than a day is given to answer (of a physical or legal
 * deadline: no more than a day), every hour counts.
 */
export function inOfficeHours(rungs: readonly DueRung[], answering: Answering): readonly DueRung[] {
  if (everyHourCounts(answering)) return rungs;
  return rungs.map((rung) =>
    rung.class === 'critical' || rung.rung === 'asked' || answering.kindOf(rung) === 'day-and-night'
      ? rung
      : moved(rung, rungs, answering),
  );
}

/** Where less than a day is given to answer; of a physical or legal deadline, no more than a day. */
export function everyHourCounts({ asked, due, kind }: Pick<Answering, 'asked' | 'due' | 'kind'>): boolean {
  const given = millisecondsBetween(asked, due);
  return given < MILLISECONDS_A_DAY || (kind === 'hard' && given === MILLISECONDS_A_DAY);
}

function moved(rung: DueRung, rungs: readonly DueRung[], answering: Answering): DueRung {
  const { site, due } = answering;
  const kind = answering.kindOf(rung);
  // Told later, its words would promise time that is gone.
  if (kind === 'warning') return beforeClosing(rung, answering);
  const opens = nextOpen(rung.at, site);
  const bound = kind === 'on-the-way' ? due : nextCritical(rung, rungs);
  if (bound === undefined || opens < bound) return { ...rung, at: opens };
  // Late is late: it is told together with what follows from it.
  return kind === 'told' ? { ...rung, at: bound } : beforeClosing(rung, answering);
}

/** Before the site closes, if anybody was asked by then; a limit warns from when its step was opened. */
function beforeClosing(rung: DueRung, { site, asked }: Answering): DueRung {
  const closes = lastOpen(rung.at, site);
  return closes > (rung.ladder === 'deadline' ? asked : rung.step.openedAt) ? { ...rung, at: closes } : rung;
}

/** When the next critical rung of the same ladder comes. */
const nextCritical = (rung: DueRung, rungs: readonly DueRung[]): Instant | undefined =>
  rungs
    .filter(({ ladder, class: mailClass, at }) => ladder === rung.ladder && mailClass === 'critical' && at >= rung.at)
    .map(({ at }) => at)
    .sort()[0];
