import { createHash } from 'node:crypto';
import { newLinkToken, tokenHash } from '../adapters/link-token.ts';
import type { Request } from '../middleware/http.ts';

/** Only this very browser, on this very host, comes back with it; it is sent when the provider leads here, and not with posts from elsewhere. */
const COOKIE = '__Host-login';
const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Lax';
const MAX_AGE_S = 600;

/** What the browser that begins a log-in keeps until it comes back. */
export interface Binding {
  readonly secret: string;
  /** Of the step it came from: leads back there. */
  readonly linkToken?: string | undefined;
}

export const newBinding = (randomBytes: (count: number) => Uint8Array, linkToken?: string): Binding => ({
  secret: newLinkToken(randomBytes),
  linkToken,
});

export const bindingCookie = ({ secret, linkToken }: Binding): string =>
  `${COOKIE}=${secret}${linkToken === undefined ? '' : `.${linkToken}`}; ${ATTRIBUTES}; Max-Age=${MAX_AGE_S}`;
export const noBindingCookie = `${COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;

export function bindingOf({ headers }: Request): Binding | undefined {
  const found = /(?:^|;\s*)__Host-login=([A-Za-z0-9_-]{43})(?:\.([A-Za-z0-9_-]{43}))?(?:;|$)/.exec(
    headers.cookie ?? '',
  );
  return found?.[1] === undefined ? undefined : { secret: found[1], linkToken: found[2] };
}

export const hashOfBinding = ({ secret }: Binding): string => tokenHash(secret);

/** The verifier of PKCE: known to this browser alone, so that a code is worth nothing elsewhere, not even with the table. */
export const verifierOf = ({ secret }: Binding): string =>
  createHash('sha256').update(`atmp-pkce/v1\n${secret}`).digest('base64url');
