import * as z from 'zod';
import { parseEvent } from '../events/journey-event.ts';
import { CorruptionFault } from '../faults.ts';
import { fold } from '../journey/apply.ts';
import { type Genealogy, genealogyOf } from '../journey/genealogy.ts';
import { type Outcome, ok, refuse } from '../outcome.ts';

const withEvents = z.object({ events: z.array(z.unknown()) });

/** The genealogy that follows from the events of a dossier, whatever the dossier itself says it is. */
export function genealogyFromDossier(given: unknown): Outcome<Genealogy> {
  const read = withEvents.safeParse(given);
  if (!read.success) return refuse('invalid', `Dossier: ${z.prettifyError(read.error)}`);
  try {
    const state = fold(read.data.events.map(parseEvent));
    return state === undefined
      ? refuse('invalid', 'Dossier: got events that do not begin with journey.opened')
      : ok(genealogyOf(state));
  } catch (error) {
    if (!(error instanceof CorruptionFault)) throw error;
    return refuse('invalid', `Dossier: ${error.message}`);
  }
}
