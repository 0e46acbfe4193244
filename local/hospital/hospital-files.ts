import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { daysLater } from '../../lambdas/domain/calendar/local-time.ts';
import { lazily } from '../../lambdas/domain/lazily.ts';
import { millisecondsBetween, startOfPrintedDay } from '../../lambdas/domain/time.ts';

const FOLDER = new URL('../../hospital/', import.meta.url);

/** Where most of the staff and of the registers are. */
export const HOSPITAL_SITE = 'university-hospital';

const settings = z.strictObject({
  /** The day on which the files are true. */
  asOf: z.iso.date(),
  why: z.string(),
  /** Who enters the registers of a site, and who agrees. */
  enteredBy: z.record(z.string(), z.strictObject({ by: z.string(), second: z.string() })),
});
export type HospitalSettings = z.infer<typeof settings>;

const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

export const hospitalSettings = lazily((): HospitalSettings => settings.parse(JSON.parse(textOf('hospital.json'))));

/** Its sites, each with who enters its registers. */
export const hospitalSites = (): readonly { readonly site: string; readonly by: string; readonly second: string }[] =>
  Object.entries(hospitalSettings().enteredBy).map(([site, who]) => ({ site, ...who }));

/** Whole weeks, so that nights and weekends stay where they are. */
const daysSince = (asOf: string, today: string): number =>
  Math.floor(millisecondsBetween(startOfPrintedDay(asOf, 'UTC'), startOfPrintedDay(today, 'UTC')) / (7 * 86_400_000)) *
  7;

const DAY = /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/g;

/** A file of the demo hospital as it would be written today: every day in it moved as far as today is from the day of the files. */
export function hospitalFile(name: string, today: string): string {
  const days = daysSince(hospitalSettings().asOf, today);
  return textOf(name).replaceAll(DAY, (day) => daysLater(day, days));
}
