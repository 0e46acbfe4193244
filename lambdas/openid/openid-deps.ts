import type { Sessions } from '../adapters/dynamo-sessions.ts';
import type { OpenIdProvider } from '../adapters/openid-provider.ts';
import type { PendingLogins } from '../adapters/pending-logins.ts';
import type { StaffDirectory } from '../domain/ports.ts';
import type { Sites } from '../middleware/environment.ts';
import type { LinkDeps } from '../sign-off/opened-step.ts';

/** What it takes to sign, or to sign in, by the hospital's OpenID Connect provider. */
export interface OpenIdDeps extends LinkDeps {
  readonly staff: Pick<StaffDirectory, 'find'>;
  readonly provider: OpenIdProvider;
  readonly issuer: string;
  readonly clientId: string;
  readonly logins: PendingLogins;
  readonly sessions: Pick<Sessions, 'start'>;
  readonly sites: Sites;
  readonly publicUrl: string;
  randomBytes(count: number): Uint8Array;
}
