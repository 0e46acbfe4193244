import { dateOf, daysLater } from '../calendar/local-time.ts';
import { remembered } from '../remembered.ts';
import { type Instant, startOfPrintedDay } from '../time.ts';
import type { PlanItem } from './plan-item.ts';

/** From when until when a date stands in a diary; whole days end with the start of the day after. */
export interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
}

/** Dates of whole days by nature: nobody waits for the hour of them. */
const WHOLE_DAYS: readonly PlanItem['item'][] = ['ready', 'discharge', 'proximity-end'];

/** From when until when an item stands in a diary; what is predicted or derived is meant to the day only. */
export function stretchOf({ item, from, until = from, basis }: PlanItem, zone: string): Stretch {
  const isExact = (basis === 'booked' || basis === 'agreed') && !WHOLE_DAYS.includes(item);
  if (isExact) return { from, until };
  return { from: startOfDay(from, zone, 0), until: startOfDay(until, zone, 1) };
}

/** True of a stretch that begins and ends with a day of the site. */
export const isWholeDays = ({ from, until }: Stretch, zone: string): boolean =>
  from < until && startOfDay(from, zone, 0) === from && startOfDay(until, zone, 0) === until;

const startOfDay = remembered(
  (at: Instant, zone: string, days: number): Instant => startOfPrintedDay(daysLater(dateOf(at, zone), days), zone),
);
