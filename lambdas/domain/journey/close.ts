import { beginHandling } from '../deviations/begin-handling.ts';
import { retention } from '../protocol/accessors.ts';
import { type Instant, plus, startOfPrintedDay } from '../time.ts';
import type { JourneyOutcome, PhaseOutcome } from '../vocabulary.ts';
import { unsignedAdministration } from './administration.ts';
import { leavesSomething, outlasts } from './closing.ts';
import { collections } from './collections.ts';
import { endAll, enter } from './enter.ts';
import { dayZero } from './product.ts';
import { type Scribe, system } from './scribe.ts';
import { isActive } from './state.ts';

/** How a phase that was still active ends when the whole course does. */
const PHASE_END: Readonly<Record<JourneyOutcome, PhaseOutcome>> = {
  completed: 'superseded',
  rejected: 'rejected',
  stopped: 'stopped',
  cancelled: 'cancelled',
  died: 'died',
  'lost-to-follow-up': 'lost',
};

/**
 * Ends the course. Where something was booked or made, what is left is put in order first: a Closure phase stands
 * everybody down and accounts for every container; only then is the journey closed. Who died while the product was being
 * given may have got more of it than is written down: that is recorded and signed before.
 */
export function endCourse(scribe: Scribe, outcome: JourneyOutcome): void {
  if (scribe.state.closing !== undefined || scribe.state.closed !== undefined) return;
  const administration = outcome === 'died' ? unsignedAdministration(scribe.state) : undefined;
  const because = `the course ended: ${outcome}`;
  endAll(scribe, (phase) => phase !== administration?.phase && !outlasts(phase), PHASE_END[outcome], because);
  // What this very commit found is somebody's to answer for as well.
  beginHandling(scribe);
  if (!leavesSomething(scribe.state)) {
    closeJourney(scribe, outcome);
    return;
  }
  scribe.write('journey.closing', { outcome }, system('pathway'));
  putInOrder(scribe);
}

/** Begins to put in order what an ended course leaves, once nobody has anything to sign in it any more. */
export function putInOrder(scribe: Scribe): void {
  const { closing, closed } = scribe.state;
  if (closing === undefined || closed !== undefined || isActive(scribe.state, 'Closure')) return;
  if (unsignedAdministration(scribe.state) !== undefined) return;
  endAll(scribe, (phase) => !outlasts(phase), PHASE_END[closing.outcome], `the course ended: ${closing.outcome}`);
  enter(scribe, 'Closure');
}

/** Closes the journey, with the date until which its record must be kept. */
export function closeJourney(scribe: Scribe, outcome: JourneyOutcome): void {
  const until = retainUntil(scribe);
  scribe.write(
    'journey.closed',
    { outcome, ...(until === undefined ? {} : { retainUntil: until }) },
    system('pathway'),
  );
}

/**
 * Thirty years, or what the protocol says, from the expiry of the longest-lived batch (C22, [R1394] article 15). Where no
 * product was made or given, donor and tissue data are kept as long from the last collection (clinical-pathway 4.1, 4.4).
 */
function retainUntil({ state, context: { protocol } }: Scribe): Instant | undefined {
  const { years, from } = retention(protocol);
  const expiries = Object.values(state.steps).flatMap(({ step, decision }) =>
    step === 'Check certificate' && decision?.decision === 'certified'
      ? [startOfPrintedDay(String(decision.evidence.expiresOn), state.site.zone)]
      : [],
  );
  const ofProduct = from === 'administration' ? dayZero(state) : expiries.toSorted().at(-1);
  const collected = collections(state).at(-1);
  const start = ofProduct ?? (collected === undefined ? undefined : String(collected.evidence.endedAt));
  return start === undefined ? undefined : plus(start, `P${years}Y`, state.site.zone);
}
