import { isLifelong, visits } from '../protocol/accessors.ts';
import { followCase } from '../quality/follow-case.ts';
import type { PhaseName } from '../vocabulary.ts';
import { isAvailable } from './availability.ts';
import { closeJourney, endCourse, putInOrder } from './close.ts';
import { isUnaccounted, outlasts } from './closing.ts';
import { lacksConsent } from './consents.ts';
import { endAll, endPhase, enter } from './enter.ts';
import { raisedFlags } from './flags.ts';
import { askAgain } from './identity-claims.ts';
import { endOfFollowUp, onward } from './onward.ts';
import { actOnVerdicts } from './orders.ts';
import { pendingTests } from './pending-tests.ts';
import { wasInfused } from './product.ts';
import { type Scribe, system } from './scribe.ts';
import { standingOf } from './standing.ts';
import { activePhases, isActive, isCoursePhase, openSteps, type PhaseRecord, stepKey } from './state.ts';

/** What is about one product, and over when another is made or collected. */
const ABOUT_ONE_PRODUCT: readonly PhaseName[] = ['Conditioning', 'PendingTests', 'Excursion', 'IdentityMismatch'];

/** Where the product still is made or travels: the patient is seen again meanwhile. */
const AWAY: readonly PhaseName[] = ['Manufacturing', 'Receipt'];

/**
 * Writes what follows from the decisions now in the log: phases that ended, steps withdrawn with them, the next phase
 * entered, work beside the path begun or ended, the course ended.
 */
export function advance(scribe: Scribe): void {
  actOnVerdicts(scribe);
  for (const record of activePhases(scribe.state)) {
    const standing = standingOf(scribe.state, record);
    // Another phase that ended just now may have taken this one with it.
    if ('waitsFor' in standing || !stillActive(scribe, record)) continue;
    endPhase(scribe, record, standing.ended);
    follow(scribe, { ...record, outcome: standing.ended });
  }
  endWithoutConsent(scribe);
  putInOrder(scribe);
  if (scribe.state.closing === undefined && scribe.state.closed === undefined) goBeside(scribe);
}

/** What a consent allowed that was taken back is asked of nobody any more, once a physician said that it is so. */
function endWithoutConsent(scribe: Scribe): void {
  if (isActive(scribe.state, 'Withdrawal')) return;
  for (const record of activePhases(scribe.state).filter(({ phase }) => phase === 'FollowUpVisit')) {
    const asked = openSteps(scribe.state).find(({ phase, round }) => phase === record.phase && round === record.round);
    if (asked === undefined || !lacksConsent(scribe.state, asked)) continue;
    const outcome = asked.step === 'Report to the registry' ? 'attended' : 'settled';
    endPhase(scribe, record, outcome, 'the patient took back the consent to it');
    follow(scribe, { ...record, outcome });
  }
}

const stillActive = (scribe: Scribe, { phase, round }: PhaseRecord): boolean =>
  activePhases(scribe.state).some((record) => record.phase === phase && record.round === round);

function follow(scribe: Scribe, record: PhaseRecord): void {
  const { state } = scribe;
  if (state.closed !== undefined) return;
  if (state.qualityCase !== undefined) {
    followCase(scribe, record);
    return;
  }
  const next = onward(state, record);
  if (next === 'closed') closeJourney(scribe, state.closing?.outcome ?? 'completed');
  else if ((state.closing !== undefined && !outlasts(record.phase)) || next === 'nowhere') return;
  else if (next === 'last-visit?') afterVisit(scribe);
  else if ('end' in next) endCourse(scribe, next.end);
  else goOn(scribe, record, next.enter, next.back === true);
}

function goOn(scribe: Scribe, record: PhaseRecord, phases: readonly PhaseName[], back: boolean): void {
  const { phase } = record;
  // Seen again only while the product is away; after that the treatment itself looks at the patient.
  if (phase === 'Reassessment' && !AWAY.some((name) => isActive(scribe.state, name))) return;
  const redirects = back && !isCoursePhase(phase);
  const asked = activePhases(scribe.state).flatMap((one) => (one.phase === 'IdentityMismatch' ? [one.about] : []));
  if (back)
    endAll(
      scribe,
      (name) => ABOUT_ONE_PRODUCT.includes(name) || isCoursePhase(name),
      'superseded',
      'the course begins again further up',
    );
  // Who the patient is, is about no product.
  if (back) askAgain(scribe, asked);
  if (phases.includes('Conditioning'))
    endAll(scribe, (name) => name === 'Conditioning', 'superseded', 'conditioning is decided on anew');
  const notBefore = deferredUntil(scribe, record);
  for (const name of phases) {
    enter(scribe, name, {
      // A CAPA is about the deviation it follows from.
      ...(record.about === undefined || (name !== phase && name !== 'Capa') ? {} : { about: record.about }),
      ...(notBefore === undefined ? {} : { notBefore }),
    });
  }
  // The run that waited in the course was overtaken from beside it: a new one takes its place from the log.
  if (redirects) {
    scribe.write('run.started', { run: scribe.state.run + 1, reason: 'redirected' }, system('pathway'));
  }
}

/** The instant a deferral named, of the decision that ended this round. */
function deferredUntil({ state }: Scribe, { phase, round, outcome }: PhaseRecord): string | undefined {
  if (outcome !== 'deferred') return undefined;
  return (['Give GO for conditioning', 'Give GO for thaw', 'Give the product'] as const).flatMap((step) => {
    const decision = state.steps[stepKey({ phase, round, step })]?.decision;
    return decision?.decision === 'defer' ? [String(decision.evidence.until)] : [];
  })[0];
}

/** After the last visit somebody takes over the watch for life, where the protocol asks for it; then the course is over. */
function afterVisit(scribe: Scribe): void {
  const { state, context } = scribe;
  const planned = visits(context.protocol).length;
  const done = state.phases.filter(({ phase, endedAt }) => phase === 'FollowUpVisit' && endedAt !== undefined);
  const waiting = activePhases(state).some(({ phase }) => phase === 'FollowUpVisit' || isCoursePhase(phase));
  if (done.length < planned || waiting) return;
  if (!isLifelong(context.protocol)) endCourse(scribe, endOfFollowUp(state));
  else if (!state.phases.some(({ phase }) => phase === 'LifelongWatch')) enter(scribe, 'LifelongWatch');
}

/** Work beside the path that now is due, or is over. */
function goBeside(scribe: Scribe): void {
  // A reassessment can raise flags as a report does: who may clear them is asked then too.
  if (raisedFlags(scribe.state).size > 0 && !isActive(scribe.state, 'FlagReview') && !wasInfused(scribe.state))
    enter(scribe, 'FlagReview');
  const entered = (phase: PhaseName): number => scribe.state.phases.findLastIndex((record) => record.phase === phase);
  const isSinceLast = (phase: PhaseName, than: PhaseName): boolean => entered(phase) > entered(than);
  const manufacture = entered('Manufacturing');
  if (manufacture === -1) return;
  if (isActive(scribe.state, 'Manufacturing') && !isActive(scribe.state, 'Reassessment')) enter(scribe, 'Reassessment');
  if (
    pendingTests(scribe.state).length > 0 &&
    isActive(scribe.state, 'Receipt') &&
    !isSinceLast('PendingTests', 'Manufacturing')
  ) {
    enter(scribe, 'PendingTests');
  }
  if (isAvailable(scribe.state, scribe.context.protocol) && !isSinceLast('Conditioning', 'Manufacturing')) {
    endAll(scribe, (phase) => phase === 'Reassessment', 'superseded', 'conditioning is being decided on');
    enter(scribe, 'Conditioning');
  }
  const treated = scribe.state.phases.some(({ outcome }) => outcome === 'treated');
  if (treated && isUnaccounted(scribe.state) && !isActive(scribe.state, 'Closure')) enter(scribe, 'Closure');
}
