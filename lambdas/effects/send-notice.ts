import { Fault } from '../domain/faults.ts';
import type { AskedNotice, Notice } from '../domain/journey/notice.ts';
import type { PendingEffect, StoredJourney } from '../domain/ports.ts';
import type { ChannelName } from '../domain/telling/channels.ts';
import type { Instant } from '../domain/time.ts';
import { servedAs } from './channel.ts';
import type { EffectDeps } from './effect-deps.ts';
import { countMail, holdFor, quietUntilFor, waitsUntil } from './hold-notice.ts';
import { type Recipient, whyThey } from './in-place-of.ts';
import { DONE, type Performed, WAITS } from './performed.ts';
import { sendHeld } from './send-held.ts';
import { type Tidings, tidingsOf } from './tidings.ts';
import { deliveryOf, isMail, waysTo } from './ways.ts';

/**
 * Sends one notice to everybody it is for, marking each as served after the mail left, or after it was put with what waits
 * for them: a kill in between does that once more, and nothing is lost. The last is marked with the effect. A step decided
 * meanwhile is not mailed about: the log is read again for each reader, just before they are told.
 *
 * @param known the journey, where it was read just now: enough to see who is to be told
 * @returns `waits` where it is not due yet
 */
export async function sendNotice(
  deps: EffectDeps,
  pending: PendingEffect,
  notice: Notice,
  known?: StoredJourney,
): Promise<Performed> {
  if (notice.about === 'held') return sendHeld(deps, pending, notice);
  const tidings = await tidingsOf(deps, pending, notice, known);
  return tidings === undefined ? DONE : serve(deps, pending, notice, tidings);
}

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

async function serve(
  deps: EffectDeps,
  pending: PendingEffect,
  notice: AskedNotice,
  tidings: Tidings,
): Promise<Performed> {
  const refused: string[] = [];
  const silent = new Map<ChannelName, unknown>();
  let unmarked: string | undefined;
  const waiting: Instant[] = [];
  // Before anything that may fail or take long.
  const mark = async (): Promise<void> => {
    if (unmarked !== undefined) await deps.store.markServed(pending.journeyId, pending.id, unmarked);
    unmarked = undefined;
  };
  for (const recipient of tidings.recipients) {
    const { id } = recipient.member;
    const ways = waysTo(deps, recipient, tidings).filter(([name]) => !pending.served.includes(servedAs(name, id)));
    if (ways.length === 0) continue;
    await mark();
    if (ways.some(isMail) && (await isHeldBack(deps, pending, notice, recipient, tidings))) {
      // What waits is told by all of them when it has waited.
      for (const [name] of ways) {
        await mark();
        unmarked = servedAs(name, id);
      }
      continue;
    }
    const quiet = ways.some(isMail) ? undefined : quietUntilFor(deps, recipient, tidings);
    if (quiet !== undefined) {
      waiting.push(quiet);
      continue;
    }
    const mail = { ...(await tidings.noticeFor(recipient)), ...whyThey(recipient) };
    if ((await tidings.isStillSo?.()) === false) break;
    for (const [name, channel] of ways.filter(([one]) => !silent.has(one))) {
      await mark();
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
      unmarked = servedAs(name, id);
    }
  }
  if (silent.size > 0 || refused.length > 0 || waiting.length > 0) await mark();
  for (const error of silent.values()) throw error;
  // Everybody who can be reached was; the effect stays pending for the sweep until the register is mended.
  if (refused.length > 0) throw new Fault(`Mail refused: ${refused.join('; ')}`);
  const [until] = waiting.toSorted();
  if (until === undefined) return { ...DONE, unmarked };
  await deps.scheduler.deliverAt(pending.journeyId, pending.id, until);
  return WAITS;
}
