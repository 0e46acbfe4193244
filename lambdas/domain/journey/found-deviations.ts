import type { EventData } from '../events/data.ts';
import type { Actor } from '../events/envelope.ts';
import { enter } from './enter.ts';
import { type Scribe, system } from './scribe.ts';

/** What a deviation says once it is opened, and the `seq` of what waits for the disposition of its maker by it. */
export type FoundDeviation = EventData<'deviations.found'>['deviations'][number];

/**
 * What one commit may have written when more deviations are still opened. A transaction takes 100 items, and beside the
 * events there are the mails and executions they ask for.
 */
const MOST_WRITTEN = 60;

const PATHWAY = system('pathway');

/** A phase that is entered asks for an execution, and its step for a mail. */
const OF_A_PHASE = 3;

/** Of an excursion a phase is entered; and one for the first of its kind that somebody has to handle. */
const itemsOf = ({ excursion, class: found }: FoundDeviation, isFirst: boolean): number =>
  1 + (excursion === undefined ? 0 : OF_A_PHASE) + (isFirst && found !== 'minor' ? OF_A_PHASE : 0);

const isFirstOfKind = ({ kind }: FoundDeviation, at: number, all: readonly FoundDeviation[]): boolean =>
  all.findIndex((one) => one.kind === kind) === at;

const roomIn = ({ events }: Scribe): number => MOST_WRITTEN - events.length;

/** Opens deviations. Of more than one commit has room for it is written which there are: the next commits open what is left. */
export function openDeviations(scribe: Scribe, found: readonly FoundDeviation[], by: Actor): void {
  if (found.reduce((sum, one, at) => sum + itemsOf(one, isFirstOfKind(one, at, found)), 0) <= roomIn(scribe)) {
    for (const one of found) open(scribe, one, by);
    return;
  }
  scribe.write('deviations.found', { deviations: found.toSorted(excursionsFirst) }, by);
  openFound(scribe);
}

/** What waits for a disposition holds the material from the commit that shows it on. */
const excursionsFirst = (one: FoundDeviation, other: FoundDeviation): number =>
  Number(other.excursion !== undefined) - Number(one.excursion !== undefined);

/** Opens as many of those that were found as this commit has room for. The event that found them says by whom they were. */
export function openFound(scribe: Scribe): void {
  let room = roomIn(scribe);
  const all = scribe.state.found;
  for (const [at, { seq, at: _at, ...found }] of all.entries()) {
    room -= itemsOf(found, isFirstOfKind(found, at, all));
    if (room < 0) return;
    open(scribe, found, PATHWAY, seq);
  }
}

function open(scribe: Scribe, { excursion, ...deviation }: FoundDeviation, by: Actor, found?: number): void {
  scribe.write('deviation.opened', { ...deviation, ...(found === undefined ? {} : { found }) }, by);
  if (excursion !== undefined && scribe.state.closing === undefined) enter(scribe, 'Excursion', { about: excursion });
}
