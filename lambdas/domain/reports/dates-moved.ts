import * as z from 'zod';
import type { GateContext } from '../gates/gate.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { datesInOrder, type Given } from '../steps/dates-in-order.ts';
import { dateTime, explanation, window } from '../steps/evidence.ts';
import type { ReportDefinition } from './report.ts';

const moved = lazily(() =>
  z.strictObject({
    collectionSlot: window.optional(),
    predictedReadyAt: dateTime.optional(),
    deliveryWindow: window.optional(),
    conditioningFrom: dateTime.optional(),
    plannedDayZeroAt: dateTime.optional(),
    explanation,
  }),
);

/** What is planned anew lies ahead and in order, as when it was booked and agreed. */
function ahead({ evidence, now }: GateContext): Refusal | null {
  const { collectionSlot, predictedReadyAt, deliveryWindow, conditioningFrom, plannedDayZeroAt } =
    moved().parse(evidence);
  const slot: readonly Given[] = [
    ['collectionSlot.from', collectionSlot?.from],
    ['collectionSlot.until', collectionSlot?.until],
  ];
  const product: readonly Given[] = [
    ['predictedReadyAt', predictedReadyAt],
    ['deliveryWindow.until', deliveryWindow?.until],
  ];
  const last: Given = ['plannedDayZeroAt', plannedDayZeroAt];
  if ([...slot, ...product, last].every(([, at]) => at === undefined) && conditioningFrom === undefined) {
    return {
      code: 'invalid',
      message: 'Dates moved: got none, expected at least one date',
      detail: { path: 'evidence.predictedReadyAt', problem: 'no-date' },
    };
  }
  return (
    datesInOrder([...slot, ...product, last], now) ??
    datesInOrder([...slot, ['conditioningFrom', conditioningFrom], last], now) ??
    // A delivery can be on its way when its window moves.
    (deliveryWindow === undefined
      ? null
      : datesInOrder([['deliveryWindow.until', deliveryWindow.until]], deliveryWindow.from))
  );
}

export const datesMoved: ReportDefinition = {
  report: 'dates-moved',
  roles: ['coordinator', 'pharmacist', 'physician', 'cell-lab', 'apheresis'],
  meaning: 'I recorded that these dates moved; the plan follows, and whom it concerns is told.',
  values: moved,
  check: ahead,
};
