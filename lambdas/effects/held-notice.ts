import { hashOf } from '../domain/audit/hash.ts';
import type { HeldNotice, StaffMember } from '../domain/ports.ts';
import type { ChannelName } from '../domain/telling/channels.ts';
import type { Recipient } from './in-place-of.ts';
import type { Tidings } from './tidings.ts';
import { deliveryOf } from './ways.ts';

/** A held notice as it stands now. */
export interface Waiting {
  readonly held: HeldNotice;
  readonly tidings: Tidings;
}

/** In the role in which it came to them, and in whose place, where it is somebody's. */
export function recipientOf(member: StaffMember, { held: { role }, tidings }: Waiting): Recipient {
  const found = tidings.recipients.find((one) => one.member.id === member.id);
  return { ...found, member, role };
}

/** The same for every attempt to deliver a held notice to somebody. */
export const heldDelivery = (
  { held: { journeyId, notice } }: Pick<Waiting, 'held'>,
  person: string,
  channel: ChannelName,
): string => deliveryOf({ journeyId, id: hashOf(notice) }, person, channel);
