import * as z from 'zod';
import { MAIL_CLASSES, type MailClass, TIERS, type Tier } from '../events/data.ts';
import { lazily } from '../lazily.ts';

/** Ways beside mail by which people can be reached. None of them is an acknowledgement. */
export const FURTHER_CHANNELS = ['sms', 'voice', 'alarm-server'] as const;
export type ChannelName = 'mail' | (typeof FURTHER_CHANNELS)[number];

/** Which of them a site uses, for which tiers of an escalation, and for which classes: what is critical unless it says more. */
export const furtherChannel = lazily(() =>
  z.strictObject({
    channel: z.enum(FURTHER_CHANNELS),
    tiers: z.array(z.enum(TIERS)).min(1),
    classes: z.array(z.enum(MAIL_CLASSES)).min(1).optional(),
  }),
);
export type FurtherChannel = z.infer<ReturnType<typeof furtherChannel>>;

/** Mail always and first, then what the site adds. */
export function channelsFor(
  further: readonly FurtherChannel[] | undefined,
  tier: Tier,
  mailClass: MailClass,
): readonly ChannelName[] {
  const added = (further ?? [])
    .filter(({ tiers, classes = ['critical'] }) => tiers.includes(tier) && classes.includes(mailClass))
    .map(({ channel }) => channel);
  return [...new Set<ChannelName>(['mail', ...added])];
}
