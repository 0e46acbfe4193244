import type { Instant } from '../time.ts';

/** Which clock of a step ends first. */
export interface Clock {
  readonly kind: 'due' | 'overdue' | 'expiry' | 'expired';
  readonly at: Instant;
}

/** The due instant of a step, or where it ends before that, the shelf life of its product. */
export function clockThatMatters(dueAt: Instant, productExpiresAt: Instant | undefined, now: Instant): Clock {
  if (productExpiresAt !== undefined && productExpiresAt < dueAt) {
    return { kind: productExpiresAt <= now ? 'expired' : 'expiry', at: productExpiresAt };
  }
  return { kind: dueAt <= now ? 'overdue' : 'due', at: dueAt };
}

export const isPast = ({ kind }: Clock): boolean => kind === 'overdue' || kind === 'expired';

/** What is past comes first, then what ends next. */
export const byUrgency = (one: Clock, other: Clock): number =>
  Number(isPast(other)) - Number(isPast(one)) || (one.at < other.at ? -1 : one.at > other.at ? 1 : 0);
