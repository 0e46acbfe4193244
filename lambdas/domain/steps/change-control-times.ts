import { workingDaysLater, workingTimeOf } from '../calendar/working-time.ts';
import type { JourneyState } from '../journey/state.ts';
import { type Instant, plus, startOfPrintedDay } from '../time.ts';
import type { DeadlineDefinition } from './step.ts';

/** In working days; an emergency is assessed and approved within hours. */
export const changeWithin =
  (workingDays: number): NonNullable<DeadlineDefinition['due']> =>
  (state, _step, _protocol, asked) =>
    state.qualityCase?.kind === 'change-control' && state.qualityCase.entry.class === 'emergency'
      ? plus(asked, 'PT4H', state.site.zone)
      : workingDaysLater(asked, workingDays, workingTimeOf(state));

/** The end of a day that was approved; none where it was over before anybody was asked. */
export function endOfDay(state: JourneyState, day: string | undefined, asked: Instant): Instant | undefined {
  if (day === undefined) return undefined;
  const end = plus(startOfPrintedDay(day, state.site.zone), 'P1D', state.site.zone);
  return end > asked ? end : undefined;
}
