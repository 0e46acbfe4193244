import { nextOpen, type WorkingTime } from '../calendar/working-time.ts';
import { steps } from '../steps/index.ts';
import type { DueRung } from './rungs.ts';

/**
 * A call at night only for what can be done at night. Where a step waits for an office (a funder, a registry, a clinic by
 * appointment), its critical rungs and their escalations come when the site opens next. Limits of the product itself are
 * told at their time; and where one of them comes before the site opens, everything is.
 */
export function onlyWhenItHelps(rungs: readonly DueRung[], site: WorkingTime): readonly DueRung[] {
  return rungs.map((rung) => {
    if (rung.class !== 'critical' || isOfLimit(rung) || steps[rung.step.step].officeHoursOnly !== true) return rung;
    const opens = nextOpen(rung.at, site);
    const cannotWait = rungs.some((other) => isOfLimit(other) && other.at >= rung.at && other.at <= opens);
    return cannotWait ? rung : { ...rung, at: opens };
  });
}

/** An escalation of a limit as well as the limit itself: only what is about the deadline is outlived. */
const isOfLimit = ({ class: mailClass, ladder, outlivable }: DueRung): boolean =>
  mailClass === 'critical' && ladder !== 'deadline' && outlivable !== true;
