import { drivingBanEndsAt, proximityEndsAt } from '../journey/monitoring.ts';
import { printedDate, startOfDay, startOfPrintedDay } from '../time.ts';
import { closed, type Gate, type GateContext, OPEN } from './gate.ts';

/** The day a patient was told at discharge is not before the day on which what it is about ends. */
const toldUntil = (
  name: string,
  field: string,
  endsAt: (state: GateContext['state'], protocol: GateContext['protocol']) => string | undefined,
): Gate => ({
  name,
  class: 'never',
  byTime: true,
  judge: ({ state, protocol, evidence }) => {
    const end = endsAt(state, protocol);
    const told = printedDate.safeParse(evidence[field]);
    // Before anything is filled in nothing was told wrong.
    if (end === undefined || !told.success) return OPEN;
    const { zone } = state.site;
    return startOfPrintedDay(told.data, zone) >= startOfDay(end, zone)
      ? OPEN
      : closed(`The patient was told ${told.data}; by the label it lasts until ${end}.`);
  },
});

/** Until when to stay near the hospital (C13). */
export const toldToStayNear = toldUntil('told-to-stay-near', 'staysNearUntil', proximityEndsAt);

/** From when to drive again. */
export const toldNotToDrive = toldUntil('told-not-to-drive', 'drivesAgainFrom', drivingBanEndsAt);
