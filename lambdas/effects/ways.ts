import { hashOf } from '../domain/audit/hash.ts';
import type { PendingEffect } from '../domain/ports.ts';
import { type ChannelName, channelsFor } from '../domain/telling/channels.ts';
import type { Channel } from './channel.ts';
import type { EffectDeps } from './effect-deps.ts';
import type { Recipient } from './in-place-of.ts';
import { siteOf } from './site-of.ts';
import type { Tidings } from './tidings.ts';

export type Way = readonly [name: ChannelName, channel: Channel];

/** The ways by which somebody is told of something: mail, and what their site adds that reaches them. */
export function waysTo(
  deps: EffectDeps,
  recipient: Recipient,
  { tier = 'holders', urgency }: Pick<Tidings, 'tier' | 'urgency'>,
): readonly Way[] {
  const further = siteOf(deps, recipient.member).telling?.channels;
  return channelsFor(further, tier, urgency.class).flatMap((name): readonly Way[] => {
    const channel = deps.channels[name];
    return channel === undefined || channel.reaches?.(recipient) === false ? [] : [[name, channel]];
  });
}

export const isMail = ([name]: Way): boolean => name === 'mail';

/** An effect that is delivered once more counts its times behind a tilde; what it delivers is the same. */
export const deliveryOf = (
  { journeyId, id }: Pick<PendingEffect, 'journeyId' | 'id'>,
  person: string,
  channel: ChannelName,
): string => hashOf({ journeyId, effect: id.split('~')[0] ?? id, person, channel }).slice(0, 32);
