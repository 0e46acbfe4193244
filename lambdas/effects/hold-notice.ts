import { heldEffectId } from '../adapters/dynamo-held-mail.ts';
import { personOwner } from '../adapters/table-keys.ts';
import type { AskedNotice } from '../domain/journey/effects.ts';
import type { PendingEffect } from '../domain/ports.ts';
import { heldUntil } from '../domain/telling/held-until.ts';
import type { Instant } from '../domain/time.ts';
import type { EffectDeps } from './effect-deps.ts';
import type { Recipient } from './recipients.ts';
import type { Tidings } from './tidings.ts';

/** Until when a reader is not written to about this; undefined: they are told now. */
export function waitsUntil(deps: EffectDeps, { member }: Recipient, { urgency }: Tidings): Instant | undefined {
  const site = deps.sites.find(({ id }) => id === member.site) ?? { zone: 'UTC' };
  return heldUntil(urgency, member, site, deps.now());
}

/**
 * Puts a notice with what waits for its reader. The schedule comes first: alone it does nothing, and what nobody scheduled
 * would be found by the sweep only. False where that mail is on its way already: then the reader is told now.
 */
export async function holdFor(
  deps: EffectDeps,
  { journeyId, since }: PendingEffect,
  notice: AskedNotice,
  { member, role }: Recipient,
  until: Instant,
): Promise<boolean> {
  await deps.scheduler.deliverAt(personOwner(member.id), heldEffectId(until), until);
  return (await deps.held.hold(member.id, until, { journeyId, notice, since, role })) === 'held';
}
