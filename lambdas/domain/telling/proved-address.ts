import { type Instant, plus } from '../time.ts';
import type { Role } from '../vocabulary.ts';

/** What is known of the address of one person; each part says of which address, because it can change. */
export interface AddressRecord {
  /** When a test mail was last sent to it. */
  readonly asked?: { readonly mail: string; readonly at: Instant } | undefined;
  /** When somebody last confirmed one. */
  readonly proved?: { readonly mail: string; readonly at: Instant } | undefined;
  /** When the mail service last gave a mail back. */
  readonly bouncedAt?: Instant | undefined;
}

export type AddressStanding = 'proved' | 'unproved' | 'bounced';

/** Asked every month; a month and two weeks after the last proof an address counts as unproved. */
const ASKED_EVERY = 'P1M';
const PROVED_FOR = 'P45D';
/** A test mail that nobody confirms is sent again after so long. */
const AGAIN = 'P7D';

/** Where urgent notices end: nobody is left to be told after these. */
const LAST_TO_BE_TOLD: readonly Role[] = ['on-call', 'programme-lead'];

export const isLastToBeTold = ({ roles }: { readonly roles: readonly Role[] }): boolean =>
  LAST_TO_BE_TOLD.some((role) => roles.includes(role));

/** How an address stands. What is known of another address that the person had says nothing of this one. */
export function standingOfAddress(mail: string, record: AddressRecord, now: Instant): AddressStanding {
  const [asked, proved] = ofThis(mail, record);
  const heard = [asked, proved].filter((at) => at !== undefined).toSorted();
  const last = heard.at(-1);
  if (record.bouncedAt !== undefined && last !== undefined && record.bouncedAt >= last) return 'bounced';
  return proved !== undefined && plus(proved, PROVED_FOR, 'UTC') > now ? 'proved' : 'unproved';
}

/** True when a test mail is due. */
export function isToBeProved(mail: string, record: AddressRecord, now: Instant): boolean {
  const [asked, proved] = ofThis(mail, record);
  if (asked !== undefined && plus(asked, AGAIN, 'UTC') > now) return false;
  const stands = standingOfAddress(mail, record, now) === 'proved';
  return proved === undefined || !stands || plus(proved, ASKED_EVERY, 'UTC') <= now;
}

const ofThis = (
  mail: string,
  { asked, proved }: AddressRecord,
): readonly [asked: Instant | undefined, proved: Instant | undefined] => [
  asked?.mail === mail ? asked.at : undefined,
  proved?.mail === mail ? proved.at : undefined,
];
