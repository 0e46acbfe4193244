import * as z from 'zod';
import { canonicalText } from '../domain/audit/hash.ts';
import type { Effect } from '../domain/journey/effects.ts';
import type { PendingEffect } from '../domain/ports.ts';
import { type Item, jsonText, readItem, toItem } from './items.ts';
import { effectKey, PENDING_PK, pendingSk } from './table-keys.ts';

/** The kinds of `Effect`; what is inside was written by this software and is read as it is. */
const effect = z.looseObject({ kind: z.enum(['start', 'answer', 'mail', 'schedule', 'publish', 'open']) });

const shape = z.strictObject({
  journeyId: z.string(),
  effectId: z.string(),
  /** Gone once it was done. */
  effect: jsonText(effect).optional(),
  since: z.string(),
  served: z.set(z.string()).optional(),
  doneAt: z.string().optional(),
});

/**
 * A new effect. `entity` is what the stream filter looks for; `ppk` holds it in the index until it is done.
 *
 * @param queuedAt from when it counts as undelivered
 */
export const effectItem = ({ journeyId, id, effect: wanted, since, served }: PendingEffect, queuedAt = since): Item =>
  toItem({
    ...effectKey(journeyId, id),
    entity: 'EFFECT',
    journeyId,
    effectId: id,
    effect: canonicalText(wanted),
    since,
    // A set cannot be empty.
    ...(served.length === 0 ? {} : { served: new Set(served) }),
    ppk: PENDING_PK,
    psk: pendingSk(queuedAt, journeyId, id),
  });

/** An effect as stored, or as the stream shows it. Undefined when it was done. */
export function readEffect(item: Item): PendingEffect | undefined {
  const { journeyId, effectId: id, effect: wanted, since, served, doneAt } = readItem(shape, item);
  if (doneAt !== undefined || wanted === undefined) return undefined;
  return { journeyId, id, effect: wanted as unknown as Effect, since, served: [...(served ?? [])] };
}
