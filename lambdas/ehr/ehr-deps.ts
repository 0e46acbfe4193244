import type { IdentityStore } from '../adapters/dynamo-identity-store.ts';
import type { MessageStore } from '../adapters/dynamo-message-store.ts';
import type { WebhookSecrets } from '../adapters/signed-webhook.ts';
import type { TherapyIndex } from '../domain/ehr/therapy.ts';
import type { JourneyDeps } from '../domain/journey/change-journey.ts';
import type { CourseIndex } from '../domain/ports.ts';
import type { Use } from '../domain/protocol/use.ts';
import type { Sites } from '../middleware/environment.ts';

/** What is done with a message that is authentic but not understood. */
export type Policy = 'refuse' | 'park';

/** Everything that receiving a message takes. */
export interface EhrDeps extends JourneyDeps {
  readonly identities: IdentityStore;
  readonly messages: MessageStore;
  readonly courses: CourseIndex;
  webhookSecrets(): Promise<WebhookSecrets>;
  identityKey(): Promise<string>;
  readonly senders: readonly { readonly id: string; readonly policy: Policy }[];
  readonly sites: Sites;
  /** What the deployment is for: only a protocol that was verified is pinned by a patient's journey. */
  readonly use: Use;
  readonly therapies: TherapyIndex;
  randomBytes(count: number): Uint8Array;
}
