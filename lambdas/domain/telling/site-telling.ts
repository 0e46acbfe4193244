import * as z from 'zod';
import { localTime } from '../calendar/local-time.ts';
import { lazily } from '../lazily.ts';
import { furtherChannel } from './channels.ts';
import { quietHoursOfSite } from './quiet-hours.ts';

/** A number, a pool or a sender id of AWS End User Messaging. */
const identity = lazily(() =>
  z
    .string()
    .max(200)
    .regex(
      /^arn:[a-z-]+:sms-voice:[a-z\d-]+:\d{12}:(?:phone-number|pool|sender-id)\/[\w/-]+$/,
      'expected the ARN of a phone-number, a pool or a sender-id of AWS End User Messaging',
    ),
);

/**
 * How a site tells its people; unlike its policy no journey pins it: it is about people, and counts for all of them from
 * the day on which it changes.
 */
export const siteTelling = lazily(() =>
  z.strictObject({
    /** Of everybody who chose none of their own. */
    quietHours: quietHoursOfSite().optional(),
    /** When a digest is sent, 08:00 without it. */
    digestAt: localTime.optional(),
    /** Ways beside mail, and for what. */
    channels: z.array(furtherChannel()).max(10).optional(),
    /** From where its text messages and calls come, by channel. */
    originationIdentities: z.strictObject({ sms: identity().optional(), voice: identity().optional() }).optional(),
    /** So many mails a day that can wait; what comes after them waits for the digest, and QA is told. Without it nothing is counted. */
    mailsADay: z.int().min(1).max(1000).optional(),
  }),
);
export type SiteTelling = z.infer<ReturnType<typeof siteTelling>>;
