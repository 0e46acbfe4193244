import { Temporal } from 'temporal-polyfill';
import { type Instant, minus, plus } from '../../lambdas/domain/time.ts';
import type { Moment } from './scenario.ts';

export const momentAt = (now: Instant, zone: string): Moment => ({
  now,
  zone,
  date: (days) => Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().add({ days }).toString(),
  ago: (duration) => minus(now, duration, zone),
  ahead: (duration) => plus(now, duration, zone),
});
