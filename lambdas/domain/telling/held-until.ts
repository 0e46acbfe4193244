import { dateOf, daysLater, localInstant } from '../calendar/local-time.ts';
import type { MailClass } from '../events/data.ts';
import { type Instant, partWay } from '../time.ts';
import { type QuietHours, quietUntil } from './quiet-hours.ts';
import type { SiteTelling } from './site-telling.ts';

/** How one person wants to be written to. */
export interface Wishes {
  readonly quietHours?: QuietHours | undefined;
  /** `digest`: what can wait comes once a day in one mail. Without it, each by itself. */
  readonly mails?: 'each' | 'digest' | undefined;
}

/** A site, as far as it decides how its people are told. */
export interface TellingSite {
  readonly zone: string;
  readonly telling?: SiteTelling | undefined;
}

/** How urgent it is, and by when it must be answered, where it must. */
export interface Urgency {
  readonly class: MailClass;
  readonly by?: Instant | undefined;
  /** Somebody asked just now that it be sent, is there at any hour, or has hours and not days to answer. */
  readonly atOnce?: boolean | undefined;
}

const DIGEST_AT = '08:00';

/**
 * Until when a notice waits for this reader: the end of their quiet hours, or their next digest. Undefined: it goes out now.
 * What is critical never waits. Nor does anything wait for more than half of the time that is left to answer it.
 */
export function heldUntil(
  { class: mailClass, atOnce, by }: Urgency,
  { quietHours, mails }: Wishes,
  { zone, telling = {} }: TellingSite,
  now: Instant,
): Instant | undefined {
  if (mailClass === 'critical' || atOnce === true) return undefined;
  const quiet = quietHours ?? (telling.quietHours === undefined ? undefined : { ...telling.quietHours, zone });
  const until =
    mails === 'digest'
      ? nextDigest(now, telling.digestAt ?? DIGEST_AT, quiet?.zone ?? zone, quiet)
      : quiet && quietUntil(now, quiet);
  if (until === undefined) return undefined;
  return by !== undefined && by > now && until > partWay(now, by, 0.5) ? undefined : until;
}

/** The next digest after this instant; one that falls into quiet hours comes when they end. */
function nextDigest(now: Instant, at: string, zone: string, quiet: QuietHours | undefined): Instant {
  const awake = (digest: Instant): Instant => (quiet && quietUntil(digest, quiet)) ?? digest;
  const today = dateOf(now, zone);
  // Yesterday's too: quiet hours can have moved it into today.
  const days = [-1, 0, 1].map((days) => awake(localInstant(daysLater(today, days), at, zone)));
  const [, , tomorrow = now] = days;
  return days.find((digest) => digest > now) ?? tomorrow;
}
