import * as DurationFns from 'temporal-polyfill/fns/Duration';
import * as PlainDateTimeFns from 'temporal-polyfill/fns/PlainDateTime';
import { remembered } from '../remembered.ts';

// Months and years have no length of their own; both sides are laid from one fixed day of a year without a leap day.
const FROM = PlainDateTimeFns.create(2025, 1, 1);

/** Negative, zero or positive as the first ISO 8601 duration is shorter than, as long as or longer than the second. */
export const compareDurations = remembered((one: string, other: string): number =>
  PlainDateTimeFns.compare(after(one), after(other)),
);

const after = (duration: string): PlainDateTimeFns.Record =>
  PlainDateTimeFns.add(FROM, DurationFns.fromString(duration));
