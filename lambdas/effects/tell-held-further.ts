import { Fault } from '../domain/faults.ts';
import type { PendingEffect, StaffMember } from '../domain/ports.ts';
import type { ChannelName } from '../domain/telling/channels.ts';
import { servedAs } from './channel.ts';
import type { EffectDeps } from './effect-deps.ts';
import { heldDelivery, recipientOf, type Waiting } from './held-notice.ts';
import { isMail, waysTo } from './ways.ts';

/**
 * What waited for a reader, by the ways beside mail that their site uses for it; each is marked as served by itself. A server that does
 * not answer is asked again, for what it has not been told; mail is out by then.
 */
export async function tellHeldFurther(
  deps: EffectDeps,
  pending: PendingEffect,
  member: StaffMember,
  waiting: readonly Waiting[],
): Promise<void> {
  const silent = new Map<ChannelName, unknown>();
  const refused: string[] = [];
  for (const one of waiting) {
    const recipient = recipientOf(member, one);
    for (const [name, channel] of waysTo(deps, recipient, one.tidings).filter((way) => !isMail(way))) {
      const delivery = heldDelivery(one, member.id, name);
      const mark = servedAs(name, delivery);
      if (silent.has(name) || pending.served.includes(mark)) continue;
      if ((await one.tidings.isStillSo?.()) === false) break;
      try {
        const told = await channel.tell(recipient, await one.tidings.noticeFor(recipient), [], delivery);
        if (told.ok) await deps.store.markServed(pending.journeyId, pending.id, mark);
        else refused.push(told.refusal.message);
      } catch (error) {
        silent.set(name, error);
      }
    }
  }
  for (const error of silent.values()) throw error;
  if (refused.length > 0) throw new Fault(`Held notice refused: ${member.id}: ${refused.join('; ')}`);
}
