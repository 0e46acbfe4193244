import { Temporal } from 'temporal-polyfill';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { remembered } from '../../lambdas/domain/remembered.ts';
import { type Instant, minus, plus } from '../../lambdas/domain/time.ts';
import type { Moment } from './scenario.ts';

export const momentAt = (now: Instant, zone: string, log: readonly JourneyEvent[] = []): Moment => ({
  now,
  zone,
  date: (days) => dateOf(now, zone, days),
  at: (days, time) => onDay(now, days, time, zone),
  ago: (duration) => minus(now, duration, zone),
  ahead: (duration) => plus(now, duration, zone),
  get collectedOn() {
    return dateOf(newestCollection(log) ?? now, zone, 0);
  },
  get certified() {
    return newestCertificate(log);
  },
});

const dateOf = remembered((at: Instant, zone: string, days: number): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().add({ days }).toString(),
);

function newestCollection(log: readonly JourneyEvent[]): Instant | undefined {
  const signed = log.findLast(({ type, data }) => type === 'step.decided' && data.decision === 'collected');
  const endedAt = signed?.type === 'step.decided' ? signed.data.evidence.endedAt : undefined;
  return typeof endedAt === 'string' ? endedAt : undefined;
}

function newestCertificate(log: readonly JourneyEvent[]): Moment['certified'] {
  const signed = log.findLast(({ type, data }) => type === 'step.decided' && data.decision === 'certified');
  return signed?.type === 'step.decided' ? signed.data.evidence : {};
}

/** A local time on the day `days` after that of an instant. */
const onDay = remembered(
  (now: Instant, days: number, time: string, zone: string): Instant =>
    Temporal.Instant.from(now)
      .toZonedDateTimeISO(zone)
      .add({ days })
      .withPlainTime(Temporal.PlainTime.from(time))
      .toInstant()
      .toString({ fractionalSecondDigits: 3 }),
);

const DAY_AND_TIME = /^\+(\d+)d (\d\d:\d\d)(!?)$/;
const SATURDAY = 6;

/**
 * When somebody acts: an ISO 8601 duration after `from`, or `+2d 09:30`, a local time some days later, on a Monday where
 * that falls on a weekend; with `!` whatever day it is. Never before `from`.
 */
export function whenAfter(from: Instant, wait: string, zone: string): Instant {
  const [, days, time, anyDay] = DAY_AND_TIME.exec(wait) ?? [];
  if (days === undefined || time === undefined) return plus(from, wait, zone);
  const day = Temporal.Instant.from(onDay(from, Number(days), time, zone)).toZonedDateTimeISO(zone);
  const weekend = anyDay === '' && day.dayOfWeek >= SATURDAY ? 8 - day.dayOfWeek : 0;
  const at = day.add({ days: weekend }).toInstant().toString({ fractionalSecondDigits: 3 });
  return at > from ? at : onDay(from, Number(days) + weekend + 1, time, zone);
}
