import * as z from 'zod';
import { canonicalText } from '../domain/audit/hash.ts';
import type { Effect } from '../domain/journey/effects.ts';
import { lazily } from '../domain/lazily.ts';
import type { PendingEffect } from '../domain/ports.ts';
import { type Item, jsonText, readItem, toItem } from './items.ts';
import { effectKey, PENDING_PK, pendingSk } from './table-keys.ts';

/** The kinds of `Effect`; what is inside was written by this software and is read as it is. */
const effect = z.looseObject({
  kind: z.enum(['start', 'answer', 'mail', 'schedule', 'publish', 'open', 'look-again', 'carry', 'keep']),
});

const shape = lazily(() =>
  z.strictObject({
    journeyId: z.string(),
    effectId: z.string(),
    /** Gone once it was done. */
    effect: jsonText(effect).optional(),
    since: z.string(),
    schedules: z.literal(true).optional(),
    served: z.set(z.string()).optional(),
    doneAt: z.string().optional(),
  }),
);

/**
 * The effects of a commit as they are kept: a schedule rides on another effect, because an item of its own is written, indexed,
 * read and done for the price of five. Not on an answer where there is another: an answer is best given once. What it rides on
 * may be done before it is: then the schedule alone is left.
 */
export function kept(effects: readonly Effect[]): readonly Pick<PendingEffect, 'effect' | 'schedules'>[] {
  const others = effects.filter(({ kind }) => kind !== 'schedule');
  const carrier = others.find(({ kind }) => kind !== 'answer') ?? others[0];
  if (carrier === undefined || others.length === effects.length) return effects.map((effect) => ({ effect }));
  return others.map((effect) => (effect === carrier ? { effect, schedules: true } : { effect }));
}

export const textOf = (wanted: Effect): string => canonicalText(wanted);

/**
 * A new effect. `entity` is what the stream filter looks for; `ppk` holds it in the index until it is done.
 *
 * @param queuedAt from when it counts as undelivered
 */
export const effectItem = (
  { journeyId, id, effect: wanted, since, served, schedules }: PendingEffect,
  queuedAt = since,
): Item =>
  toItem({
    ...effectKey(journeyId, id),
    entity: 'EFFECT',
    journeyId,
    effectId: id,
    effect: textOf(wanted),
    since,
    schedules,
    // A set cannot be empty.
    ...(served.length === 0 ? {} : { served: new Set(served) }),
    ppk: PENDING_PK,
    psk: pendingSk(queuedAt, journeyId, id),
  });

/** An effect as stored, or as the stream shows it. Undefined when it was done. */
export function readEffect(item: Item): PendingEffect | undefined {
  const { journeyId, effectId: id, effect: wanted, since, schedules, served, doneAt } = readItem(shape(), item);
  if (doneAt !== undefined || wanted === undefined) return undefined;
  const rides = schedules === undefined ? {} : { schedules };
  return { journeyId, id, effect: wanted as unknown as Effect, since, ...rides, served: [...(served ?? [])] };
}
