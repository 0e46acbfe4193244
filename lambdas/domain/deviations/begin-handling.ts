import { enter } from '../journey/enter.ts';
import type { Scribe } from '../journey/scribe.ts';
import { unhandled } from './matter.ts';

/** Asks for the triage of what was found; a closed journey asks nobody any more, and says what is left (`audit/left-open.ts`). */
export function beginHandling(scribe: Scribe): void {
  while (scribe.state.closed === undefined) {
    const [next] = unhandled(scribe.state);
    if (next === undefined) return;
    enter(scribe, 'Deviation', { about: next.seq });
  }
}
