import type { Tier } from '../domain/events/data.ts';
import { Fault } from '../domain/faults.ts';
import type { AskedNotice, Notice } from '../domain/journey/effects.ts';
import type { PendingEffect } from '../domain/ports.ts';
import { CHANNELS_OF, type ChannelName, servedAs } from './channel.ts';
import type { EffectDeps } from './effect-deps.ts';
import { countMail, holdFor, waitsUntil } from './hold-notice.ts';
import type { Recipient } from './recipients.ts';
import { sendHeld } from './send-held.ts';
import { type Tidings, tidingsOf } from './tidings.ts';

/**
 * Sends one notice to everybody it is for, marking each as served after the mail left, or after it was put with what waits
 * for them: a kill in between does that once more, and nothing is lost. A step decided meanwhile is not mailed about.
 *
 * @returns `waits` where it is not due yet
 */
export async function sendNotice(deps: EffectDeps, pending: PendingEffect, notice: Notice): Promise<'done' | 'waits'> {
  if (notice.about === 'held') return sendHeld(deps, pending, notice);
  const tidings = await tidingsOf(deps, pending, notice);
  if (tidings !== undefined) await serve(deps, pending, notice, tidings);
  return 'done';
}

/** The channels by which somebody has not been told yet. */
const unserved = ({ served }: PendingEffect, { member }: Recipient, tier: Tier = 'holders'): readonly ChannelName[] =>
  CHANNELS_OF[tier].filter((channel) => !served.includes(servedAs(channel, member.id)));

async function serve(deps: EffectDeps, pending: PendingEffect, notice: AskedNotice, tidings: Tidings): Promise<void> {
  const refused: string[] = [];
  for (const recipient of tidings.recipients) {
    const { id } = recipient.member;
    const channels = unserved(pending, recipient, tidings.tier);
    if (channels.length === 0) continue;
    const served = (channel: ChannelName) =>
      deps.store.markServed(pending.journeyId, pending.id, servedAs(channel, id));
    const until = await waitsUntil(deps, recipient, tidings);
    if (until !== undefined && (await holdFor(deps, pending, notice, recipient, until))) {
      for (const channel of channels) await served(channel);
      continue;
    }
    const mail = await tidings.noticeFor(recipient);
    for (const channel of channels) {
      const sent = await deps.channels[channel].tell(recipient, mail, tidings.attachmentsFor?.(recipient) ?? []);
      if (!sent.ok) {
        refused.push(`${id}: ${sent.refusal.message}`);
        continue;
      }
      if (channel === 'mail') await countMail(deps, recipient.member, mail.class);
      await served(channel);
    }
  }
  // Everybody who can be reached was; the effect stays pending for the sweep until the register is mended.
  if (refused.length > 0) throw new Fault(`Mail refused: ${refused.join('; ')}`);
}
