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

const roomIn = ({ events }: Scribe): number => Math.max(0, MOST_WRITTEN - events.length);

/** Opens deviations. Of more than one commit has room for it is written which there are: the next commits open what is left. */
export function openDeviations(scribe: Scribe, found: readonly FoundDeviation[], by: Actor): void {
  if (found.length <= roomIn(scribe)) {
    for (const one of found) open(scribe, one, by);
    return;
  }
  scribe.write('deviations.found', { deviations: [...found] }, by);
  openFound(scribe);
}

/** Opens as many of those that were found as this commit has room for. The event that found them says by whom they were. */
export function openFound(scribe: Scribe): void {
  for (const { seq, at: _at, ...found } of scribe.state.found.slice(0, roomIn(scribe))) {
    open(scribe, found, PATHWAY, seq);
  }
}

function open(scribe: Scribe, { excursion, ...deviation }: FoundDeviation, by: Actor, found?: number): void {
  scribe.write('deviation.opened', { ...deviation, ...(found === undefined ? {} : { found }) }, by);
  if (excursion !== undefined && scribe.state.closing === undefined) enter(scribe, 'Excursion', { about: excursion });
}
