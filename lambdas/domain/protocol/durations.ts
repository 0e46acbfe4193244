import { Temporal } from 'temporal-polyfill';
import { remembered } from '../remembered.ts';

// Months and years have no length of their own; both sides are laid from one fixed day of a year without a leap day.
const FROM = Temporal.PlainDateTime.from('2025-01-01T00:00');

/** Negative, zero or positive as the first ISO 8601 duration is shorter than, as long as or longer than the second. */
export const compareDurations = remembered((one: string, other: string): number =>
  Temporal.PlainDateTime.compare(FROM.add(one), FROM.add(other)),
);
