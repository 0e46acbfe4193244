import * as z from 'zod';
import { windowAfter } from '../journey/conditioning.ts';
import { policyOf } from '../journey/site-policy.ts';
import type { Refusal } from '../outcome.ts';
import { CONDITIONING_TAKES } from '../plan/lead-times.ts';
import { conditioningDays } from '../protocol/accessors.ts';
import { minus, plus, startOfDay, startOfPrintedDay } from '../time.ts';
import { date, dateTime } from './evidence.ts';
import type { StepContext } from './step.ts';

/** A weight counts this long for a dose (site default, where the site set none; no label says). */
const WEIGHT_COUNTS_DAYS = 30;

const plan = z.object({ conditioningFrom: dateTime, plannedDayZeroAt: dateTime, weighedOn: date });

const misfit = (message: string, detail: { readonly path: string; readonly problem: string }): Refusal => ({
  code: 'invalid',
  message,
  detail,
});

/** Day 0 lies ahead, not before the conditioning that leads to it, and where its window can be. */
export function dayZeroFits(context: StepContext): Refusal | null {
  const { evidence, now } = context;
  const { conditioningFrom, plannedDayZeroAt } = plan.parse(evidence);
  const expected = (what: string): string => `Day 0: got ${plannedDayZeroAt}, expected ${what}`;
  if (plannedDayZeroAt <= now) {
    return misfit(expected(`after now (${now})`), { path: 'evidence.plannedDayZeroAt', problem: 'not-ahead' });
  }
  if (plannedDayZeroAt < conditioningFrom) {
    const why = expected(`not before conditioning (${conditioningFrom})`);
    return misfit(why, { path: 'evidence.plannedDayZeroAt', problem: 'not-after-start' });
  }
  return outsideWindow(context);
}

/**
 * The window counts from a conditioning that is not given yet: it opens at the earliest after one that ends as soon as it
 * begins, and ends at the latest after one of the usual length. Days are compared, since the hour of day 0 is agreed later.
 */
function outsideWindow({ evidence, state, protocol }: StepContext): Refusal | null {
  if (protocol.conditioning === undefined) return null;
  const { conditioningFrom: startedAt, plannedDayZeroAt } = plan.parse(evidence);
  const { zone } = state.site;
  const dayOf = (at: string): string => startOfDay(at, zone);
  const usualEnd = plus(startedAt, CONDITIONING_TAKES, zone);
  const days = conditioningDays(protocol);
  const opens =
    days === undefined
      ? windowAfter(state, protocol, { startedAt, endedAt: startedAt })?.from
      : plus(startedAt, `P${Math.max(...days)}D`, zone);
  const ends = windowAfter(state, protocol, { startedAt, endedAt: usualEnd })?.until;
  if (opens === undefined || ends === undefined) return null;
  // Windows of labels that exclude each other leave no day; the GO for thaw says so.
  if (dayOf(opens) > dayOf(ends)) return null;
  const isInside = dayOf(plannedDayZeroAt) >= dayOf(opens) && dayOf(plannedDayZeroAt) <= dayOf(ends);
  if (isInside) return null;
  return misfit(
    `Day 0: got ${plannedDayZeroAt}, expected from ${dayOf(opens)} to ${dayOf(ends)}, by the window after conditioning from ${startedAt}`,
    { path: 'evidence.plannedDayZeroAt', problem: 'outside-conditioning-window' },
  );
}

/** Doses are reckoned from the weight: one of months ago is not the patient's. */
export function weighedLately({ evidence, state, now }: StepContext): Refusal | null {
  const { weighedOn } = plan.parse(evidence);
  const { zone } = state.site;
  const counts = `P${policyOf(state).weightCountsDays ?? WEIGHT_COUNTS_DAYS}D`;
  const earliest = startOfDay(minus(now, counts, zone), zone);
  if (startOfPrintedDay(weighedOn, zone) >= earliest) return null;
  const why = `Weight: got ${weighedOn}, expected at most ${counts} before now (${now})`;
  return misfit(why, { path: 'evidence.weighedOn', problem: 'weighed-long-ago' });
}
