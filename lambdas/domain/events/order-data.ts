import * as z from 'zod';
import { sitePolicy } from '../journey/site-policy.ts';
import { lazily } from '../lazily.ts';
import { instant, zone } from '../time.ts';

/** Under what the message store finds an order number of a sender: a keyed hash, of which nothing can be read. */
const order = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hex digits');
const message = { sender: z.string(), messageId: z.string() } as const;
/** What the sender was answered with, and may ask by. */
const eventId = z.string();

/** How a journey came to be opened. Logs from before it was written were all opened by an order. */
export const origin = lazily(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('order') }),
    /** A coordinator opened it from a referral, and signed what `meaning` says. */
    z.strictObject({
      kind: z.literal('referral'),
      reference: z.string().min(1).max(120),
      meaning: z.string(),
      assurance: z.enum(['pin', 'oidc', 'passkey']),
    }),
    /** Of an order that somebody, in an earlier journey of the patient, found to be another course: `seq` is that verdict. */
    z.strictObject({ kind: z.literal('another-course'), journeyId: z.string(), seq: z.int().min(1) }),
  ]),
);
export type Origin = z.infer<ReturnType<typeof origin>>;

/** Data of the events about an order that came while the journey was open already. */
export const orderData = {
  /** Whether it belongs to this course is not known yet; it holds all that opening another journey would take. */
  'order.received': lazily(() =>
    z.strictObject({
      order,
      ...message,
      eventId,
      orderedAt: instant,
      protocol: z.strictObject({ id: z.string(), version: z.int().min(1) }),
      site: z.strictObject({ id: z.string(), zone, policy: sitePolicy().optional() }),
    }),
  ),
  /** The sender took an order back before anybody had matched it. */
  'order.withdrawn': lazily(() => z.strictObject({ order, ...message, status: z.string().max(40) })),
  'order.linked': lazily(() => z.strictObject({ order, ...message, eventId })),
  'order.set-apart': lazily(() => z.strictObject({ order, ...message, eventId })),
} as const;
