import { hashOf } from '../domain/audit/hash.ts';
import { Fault } from '../domain/faults.ts';
import type { AskedNotice, Notice } from '../domain/journey/notice.ts';
import type { PendingEffect, StoredJourney } from '../domain/ports.ts';
import { type ChannelName, channelsFor } from '../domain/telling/channels.ts';
import { type Channel, servedAs } from './channel.ts';
import type { EffectDeps } from './effect-deps.ts';
import { countMail, holdFor, waitsUntil } from './hold-notice.ts';
import { type Recipient, whyThey } from './in-place-of.ts';
import { sendHeld } from './send-held.ts';
import { siteOf } from './site-of.ts';
import { type Tidings, tidingsOf } from './tidings.ts';

/**
 * Sends one notice to everybody it is for, marking each as served after the mail left, or after it was put with what waits
 * for them: a kill in between does that once more, and nothing is lost. A step decided meanwhile is not mailed about: the log
 * is read again for each reader, just before they are told.
 *
 * @param known the journey, where it was read just now: enough to see who is to be told
 * @returns `waits` where it is not due yet
 */
export async function sendNotice(
  deps: EffectDeps,
  pending: PendingEffect,
  notice: Notice,
  known?: StoredJourney,
): Promise<'done' | 'waits'> {
  if (notice.about === 'held') return sendHeld(deps, pending, notice);
  const tidings = await tidingsOf(deps, pending, notice, known);
  if (tidings !== undefined) await serve(deps, pending, notice, tidings);
  return 'done';
}

type ChannelToUse = readonly [name: ChannelName, channel: Channel];

/** The ways by which somebody is to be told and has not been. */
function unserved(
  deps: EffectDeps,
  { served }: PendingEffect,
  recipient: Recipient,
  { tier = 'holders', urgency }: Tidings,
): readonly ChannelToUse[] {
  const { id } = recipient.member;
  const further = siteOf(deps, recipient.member).telling?.channels;
  return channelsFor(further, tier, urgency.class).flatMap((name): readonly ChannelToUse[] => {
    const channel = deps.channels[name];
    return channel === undefined || channel.reaches?.(recipient) === false || served.includes(servedAs(name, id))
      ? []
      : [[name, channel]];
  });
}

const isMail = ([name]: ChannelToUse): boolean => name === 'mail';

/** Put with what waits for the reader, where they are not to be written to now. */
async function isHeldBack(
  deps: EffectDeps,
  pending: PendingEffect,
  notice: AskedNotice,
  recipient: Recipient,
  tidings: Tidings,
): Promise<boolean> {
  const until = await waitsUntil(deps, recipient, tidings);
  return until !== undefined && holdFor(deps, pending, notice, recipient, until);
}

async function serve(deps: EffectDeps, pending: PendingEffect, notice: AskedNotice, tidings: Tidings): Promise<void> {
  const refused: string[] = [];
  const silent = new Map<ChannelName, unknown>();
  for (const recipient of tidings.recipients) {
    const { id } = recipient.member;
    const ways = unserved(deps, pending, recipient, tidings);
    const served = (name: ChannelName) => deps.store.markServed(pending.journeyId, pending.id, servedAs(name, id));
    const isHeld = ways.some(isMail) && (await isHeldBack(deps, pending, notice, recipient, tidings));
    if (isHeld) await served('mail');
    // Only mail waits: what is held is sent as mail, and by nothing else.
    const channels = isHeld ? ways.filter((way) => !isMail(way)) : ways;
    if (channels.length === 0) continue;
    const mail = { ...(await tidings.noticeFor(recipient)), ...whyThey(recipient) };
    if ((await tidings.isStillSo?.()) === false) break;
    for (const [name, channel] of channels.filter(([one]) => !silent.has(one))) {
      const delivery = deliveryOf(pending, id, name);
      try {
        const sent = await channel.tell(recipient, mail, tidings.attachmentsFor?.(recipient) ?? [], delivery);
        if (!sent.ok) {
          refused.push(`${id}: ${sent.refusal.message}`);
          continue;
        }
      } catch (error) {
        // A server that does not answer keeps back no mail, and is asked again when all of them are out.
        if (name === 'mail') throw error;
        silent.set(name, error);
        continue;
      }
      if (name === 'mail') await countMail(deps, recipient.member, mail.class);
      await served(name);
    }
  }
  for (const error of silent.values()) throw error;
  // Everybody who can be reached was; the effect stays pending for the sweep until the register is mended.
  if (refused.length > 0) throw new Fault(`Mail refused: ${refused.join('; ')}`);
}

/** An effect that is delivered once more counts its times behind a tilde; what it delivers is the same. */
const deliveryOf = ({ journeyId, id }: PendingEffect, person: string, channel: ChannelName): string =>
  hashOf({ journeyId, effect: id.split('~')[0] ?? id, person, channel }).slice(0, 32);
