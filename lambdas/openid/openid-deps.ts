import type { Sessions } from '../adapters/dynamo-sessions.ts';
import type { OpenIdProvider } from '../adapters/openid-provider.ts';
import type { PendingLogins } from '../adapters/pending-logins.ts';
import type { Sites } from '../middleware/environment.ts';
import type { SessionDeps } from '../session/signed-in.ts';
import type { LinkDeps } from '../sign-off/opened-step.ts';

/** What it takes to sign, or to sign in, by the hospital's OpenID Connect provider. */
export interface OpenIdDeps extends LinkDeps, SessionDeps {
  readonly staff: LinkDeps['staff'] & SessionDeps['staff'];
  readonly provider: OpenIdProvider;
  readonly issuer: string;
  readonly clientId: string;
  readonly logins: PendingLogins;
  readonly sessions: Sessions;
  readonly sites: Sites;
  readonly publicUrl: string;
  randomBytes(count: number): Uint8Array;
}
