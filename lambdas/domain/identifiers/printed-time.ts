import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { printedDate } from '../time.ts';

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/**
 * A day as a label states it, with a time of day where the label has one. Labels carry no zone: the time is local to
 * whoever printed it, unless `zone` says UTC. An instant comes of it only together with the zone of the labelling site.
 */
export const printedTimeSchema = lazily(() =>
  z.strictObject({
    day: printedDate,
    time: z.string().regex(CLOCK, { error: 'expected a time of day from 00:00 to 23:59' }).optional(),
    zone: z.literal('UTC').optional(),
  }),
);
export type PrintedTime = Readonly<z.infer<ReturnType<typeof printedTimeSchema>>>;

/** `YYYY-MM-DD` if the calendar has that day and it lies in the years of our journeys (`domain/time.ts`). */
export function existingDay(year: string, month: string, day: string): string | undefined {
  const parsed = printedDate.safeParse(`${year}-${month}-${day}`);
  return parsed.success ? parsed.data : undefined;
}

/** `hh:mm` of the four digits `hhmm`, if there is such a time of day. 24:00 is none. */
export function existingTime(hhmm: string): string | undefined {
  const time = `${hhmm.slice(0, 2)}:${hhmm.slice(2)}`;
  return CLOCK.test(time) ? time : undefined;
}

/** Equal only with the same day, time and zone. A day without time is not the same as that day at 23:59. */
export const samePrintedTime = (one: PrintedTime, other: PrintedTime): boolean =>
  one.day === other.day && one.time === other.time && one.zone === other.zone;
