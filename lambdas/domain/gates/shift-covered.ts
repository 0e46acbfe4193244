import { plannedDayZero } from '../journey/conditioning.ts';
import { firstGoOf } from '../journey/go.ts';
import { policyOf } from '../journey/site-policy.ts';
import { latestDecision } from '../journey/state.ts';
import { type Covered, coverOf, type ShortShift } from '../shifts/cover.ts';
import type { OnDuty } from '../shifts/on-duty.ts';
import type { ShiftCover } from '../shifts/places.ts';
import { type Instant, instantIn, latest } from '../time.ts';
import { closed, type Gate, type GateContext, OPEN, unknown, type Verdict } from './gate.ts';

type Context = Omit<GateContext, 'readiness' | 'onDuty'>;

/** When the infusion is agreed for: as stated now, or with the first GO while that counts. */
function agreedFor({ state, protocol, now, evidence }: Context): Instant | undefined {
  const stated = instantIn(evidence.infusionAgreedFor);
  const first = firstGoOf(state, protocol, 'thaw');
  const isStanding = first !== undefined && first.reopenedBy === undefined && now <= first.endsAt;
  const confirmed = isStanding
    ? instantIn(latestDecision(state, 'Give GO for thaw')?.evidence.infusionAgreedFor)
    : undefined;
  return stated ?? confirmed;
}

/** For when it is asked who is on site: when the infusion is agreed for, else day 0 as planned; nothing of the past. */
export const coverAskedAt = (context: Context): Instant =>
  latest(context.now, agreedFor(context) ?? plannedDayZero(context.state) ?? context.now);

/** Who fills which place of the shift; undefined where the site asks for none, or where nobody read who is on site. */
export function coverIn(
  context: GateContext,
): { readonly covered: Covered; readonly onDuty: OnDuty; readonly at: Instant } | undefined {
  const { state, readiness, onDuty } = context;
  const cover: ShiftCover | undefined = policyOf(state).shiftCover;
  if (cover === undefined || onDuty === undefined) return undefined;
  const { id: site, zone } = state.site;
  const at = coverAskedAt(context);
  return { covered: coverOf(onDuty, { cover, at, site, zone, readiness }), onDuty, at };
}

function judge(context: GateContext): Verdict {
  if (policyOf(context.state).shiftCover === undefined) return OPEN;
  const found = coverIn(context);
  if (found === undefined) {
    return unknown('Shift: who is on site was not read, so that nobody can tell what is short. Load the step again.');
  }
  const { covered, onDuty, at } = found;
  const { shifts, short } = covered;
  if (short.length === 0) return OPEN;
  const lead = onDuty.rota?.lead;
  const shortShift = { at, shifts, short, ...(lead === undefined ? {} : { lead }) };
  return { ...closed(sentenceOf(shortShift)), shortShift };
}

function sentenceOf({ at, shifts, short, lead }: ShortShift): string {
  const which = shifts.length === 0 ? 'by the rota nobody is on site' : `shift ${shifts.join(' and ')}`;
  const places = short.map(({ place, have, need }) => `${place} ${have} of ${need}`).join(', ');
  const who = lead === undefined ? 'no rota of shifts is written' : `${lead} leads the rota`;
  return `Shift of ${at}, ${which}: competent for ${places}; ${who}. Put competent people on it, or agree another time.`;
}

/**
 * On the day of treatment enough competent people are on site, each for one thing: who thaws, who checks it, two at the bedside, and a
 * physician trained in CRS and ICANS (S19, clinical-pathway 3.3).
 */
export const shiftCovered: Gate = {
  name: 'shift-covered',
  class: 'emergency-continuation',
  asksOnDuty: true,
  ofEvidence: true,
  judge(context) {
    const verdict = judge(context);
    // Another time can still be agreed: until one is stated, that nobody is there at the planned one closes nothing.
    return verdict.status === 'closed' && agreedFor(context) === undefined
      ? { ...verdict, status: 'unknown' }
      : verdict;
  },
  foresee: judge,
};
