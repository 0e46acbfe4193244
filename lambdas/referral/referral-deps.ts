import type { IdentityStore } from '../adapters/dynamo-identity-store.ts';
import type { MessageStore } from '../adapters/dynamo-message-store.ts';
import type { JourneyDeps } from '../domain/journey/change-journey.ts';
import type { CourseIndex, StaffRegister } from '../domain/ports.ts';
import type { Protocol } from '../domain/protocol/schema.ts';
import type { Use } from '../domain/protocol/use.ts';
import type { Sites } from '../middleware/environment.ts';

/** Everything that taking a referral needs. */
export interface ReferralDeps extends JourneyDeps {
  readonly identities: IdentityStore;
  readonly messages: MessageStore;
  readonly courses: CourseIndex;
  readonly staff: StaffRegister;
  identityKey(): Promise<string>;
  /** Key of the nonce of a form. */
  referralKey(): Promise<string>;
  readonly sites: Sites;
  /** Who issues patient identifiers here; empty where that is not configured, and any is taken. */
  readonly issuers: readonly { readonly system: string; readonly name: string }[];
  readonly use: Use;
  /** Every protocol there is. */
  readonly shelf: readonly Protocol[];
  randomBytes(count: number): Uint8Array;
}
