import { nextOf } from '../calendar/working-time.ts';
import type { StepRef } from '../events/data.ts';
import type { Actor } from '../events/envelope.ts';
import type { Scribe } from '../journey/scribe.ts';
import { shiftEndsOf } from '../journey/site-policy.ts';
import { type JourneyState, type StepClaim, type StepState, stepKey } from '../journey/state.ts';
import { type Outcome, ok, refuse } from '../outcome.ts';
import type { Instant } from '../time.ts';
import { asLine, handedOver, type Reader, rolesHeld, rolesOf } from '../worklist/reader.ts';

/** Who sees to a step now; what is decided, or whose shift has ended, nobody does. */
export const claimNow = (
  { status, claim }: Pick<StepState, 'status' | 'claim'>,
  now: Instant,
): StepClaim | undefined => (status === 'open' && claim !== undefined && now < claim.until ? claim : undefined);

/** A coordinator may take a step over from who has claimed it. */
export const mayTakeOver = (
  { id, roles }: Pick<Reader, 'id' | 'roles'>,
  step: Pick<StepState, 'status' | 'claim'>,
  now: Instant,
): boolean => {
  const held = claimNow(step, now);
  return held !== undefined && held.by !== id && roles.includes('coordinator');
};

export interface Claiming {
  readonly claimant: Reader;
  /** Why it is taken from who has claimed it. */
  readonly takesOverBecause?: string | undefined;
}

/**
 * Somebody who is asked says that they see to a step, until the next end of a shift at the site. From who claimed it before only a
 * coordinator takes it, and says why. It hinders nobody from signing.
 */
export function claimStep(scribe: Scribe, ref: StepRef, { claimant, takesOverBecause }: Claiming): Outcome<StepClaim> {
  const { state, context } = scribe;
  const found = openStep(state, ref);
  if (!found.ok) return found;
  const step = found.value;
  const { now } = context;
  const held = claimNow(step, now);
  const isOthers = held !== undefined && held.by !== claimant.id;
  const by = isOthers ? coordinatorOf(state, claimant) : actorOf(state, step, claimant);
  if (isOthers && (by === undefined || takesOverBecause === undefined)) {
    const detail = { by: held.by, until: held.until };
    return refuse('conflict', `${step.step}: claimed by ${held.by} until ${held.until}.`, detail);
  }
  if (by === undefined) {
    return refuse('forbidden', `${step.step}: claimed by those who are asked.`, { problem: 'other-role' });
  }
  const until = nextOf(now, shiftEndsOf(state), state.site.zone);
  if (held !== undefined && !isOthers && held.until === until) return ok(held);
  const { phase, round, step: name } = step;
  const why = isOthers && takesOverBecause !== undefined ? { reason: takesOverBecause } : {};
  scribe.write('step.claimed', { phase, round, step: name, until, ...why }, by);
  return ok({ by: claimant.id, at: now, until });
}

/** Whoever claimed a step gives it back to the others; again, it changes nothing. */
export function unclaimStep(scribe: Scribe, ref: StepRef, claimant: Reader): Outcome<undefined> {
  const { state, context } = scribe;
  const found = openStep(state, ref);
  if (!found.ok) return found;
  const held = claimNow(found.value, context.now);
  if (held?.by !== claimant.id) return ok(undefined);
  const by = actorOf(state, found.value, claimant) ?? coordinatorOf(state, claimant);
  if (by === undefined)
    return refuse('forbidden', 'Claim: released by those who are asked.', { problem: 'other-role' });
  const { phase, round, step } = found.value;
  scribe.write('step.unclaimed', { phase, round, step }, by);
  return ok(undefined);
}

function openStep(state: JourneyState, ref: StepRef): Outcome<StepState> {
  const step = state.steps[stepKey(ref)];
  return step?.status === 'open'
    ? ok(step)
    : refuse('conflict', `Step ${stepKey(ref)}: got ${step?.status ?? 'never opened'}, expected an open step.`);
}

/** The claimant in the role that is asked of them; undefined for somebody who is not asked. */
function actorOf(state: JourneyState, step: StepState, claimant: Reader): Actor | undefined {
  if (claimant.site !== state.site.id || !claimant.active) return undefined;
  const line = asLine(state, step);
  const asked = rolesOf(line);
  const own = rolesHeld(claimant).find((role) => asked.includes(role));
  if (own !== undefined) return { kind: 'person', id: claimant.id, role: own };
  const [lent] = handedOver(claimant, state.id, line);
  return lent === undefined ? undefined : { kind: 'person', id: claimant.id, role: lent.role, onBehalfOf: lent.by };
}

const coordinatorOf = ({ site }: JourneyState, { id, roles, active, site: own }: Reader): Actor | undefined =>
  active && own === site.id && roles.includes('coordinator') ? { kind: 'person', id, role: 'coordinator' } : undefined;
