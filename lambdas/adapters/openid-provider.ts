import { createHash } from 'node:crypto';
import { errors, type JSONWebKeySet } from 'jose';
import * as z from 'zod';
import { Fault, TransientFault } from '../domain/faults.ts';
import { type Outcome, refuse } from '../domain/outcome.ts';
import { type Instant, millisecondsBetween } from '../domain/time.ts';
import { type ExpectedToken, type Login, verifyIdToken } from './id-token.ts';

export interface ProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly subjectClaim: string;
  /** Where the provider sends people back to. */
  readonly redirectUri: string;
  clientSecret(): Promise<string>;
  now(): Instant;
}

interface Asked {
  readonly state: string;
  readonly nonce: string;
  /** PKCE (RFC 7636). */
  readonly verifier: string;
  readonly language: string;
}

/** The hospital's OpenID Connect provider. */
export interface OpenIdProvider {
  /** Where somebody logs in anew: authorization code, PKCE, never by a session they have there. */
  loginUrl(asked: Asked): Promise<string>;
  /** Redeems a code for what the provider says of who logged in. A provider that does not answer is a TransientFault. */
  redeem(code: string, verifier: string, expected: Pick<ExpectedToken, 'nonce' | 'startedAt'>): Promise<Outcome<Login>>;
}

const TIMEOUT_MS = 5000;
const KEPT_MS = 10 * 60 * 1000;
/** Keys are asked for anew when a token names one that is not known, but not for every such token. */
const ASKED_AGAIN_MS = 30 * 1000;

const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});
const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) });
const tokens = z.object({ id_token: z.string().max(8000) });

export const pkceChallenge = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

export function openIdProvider(options: ProviderOptions): OpenIdProvider {
  const { issuer, clientId, subjectClaim, redirectUri, clientSecret, now } = options;
  const discovered = kept(now, async () => {
    const found = metadata.parse(await getJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`));
    if (found.issuer !== issuer) throw new Fault(`OpenID provider: got another issuer than ${issuer}`);
    return found;
  });
  const keys = kept(now, async (): Promise<JSONWebKeySet> => {
    const { jwks_uri: url } = await discovered.get();
    return keySet.parse(await getJson(url));
  });

  const idTokenFor = async (code: string, verifier: string): Promise<string | undefined> => {
    const { token_endpoint: url } = await discovered.get();
    const basic = [clientId, await clientSecret()].map((part) => encodeURIComponent(part)).join(':');
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    });
    const authorization = `Basic ${Buffer.from(basic).toString('base64')}`;
    const reply = await ask(url, { method: 'POST', headers: { authorization, accept: 'application/json' }, body });
    // A code that was redeemed before, is too old or was for somebody else.
    if (reply.status === 400) return undefined;
    if (!reply.ok) throw new TransientFault(`OpenID provider: the token endpoint answered ${reply.status}`);
    return tokens.parse(await reply.json()).id_token;
  };

  return {
    async loginUrl({ state, nonce, verifier, language }) {
      const url = new URL((await discovered.get()).authorization_endpoint);
      const asked = {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: 'openid',
        state,
        nonce,
        code_challenge: pkceChallenge(verifier),
        code_challenge_method: 'S256',
        prompt: 'login',
        max_age: '0',
        ui_locales: language,
      };
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
      return url.href;
    },

    async redeem(code, verifier, { nonce, startedAt }) {
      const token = await idTokenFor(code, verifier);
      if (token === undefined) {
        return refuse(
          'expired',
          'This sign-in was used before or took too long. Open the step again and sign in anew.',
        );
      }
      const expected = { issuer, clientId, subjectClaim, nonce, startedAt, now: now() };
      try {
        return await verifyIdToken(token, await keys.get(), expected);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      }
      // The provider changed its keys since they were read.
      try {
        return await verifyIdToken(token, await keys.get(ASKED_AGAIN_MS), expected);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        return refuse('unauthenticated', 'The hospital sign-in did not confirm who signs.', { why: 'unknown key' });
      }
    },
  };
}

/** What was read stays in mind for a while; what could not be read is asked for again. */
function kept<T>(now: () => Instant, read: () => Promise<T>): { get(most?: number): Promise<T> } {
  let known: { readonly at: Instant; readonly value: Promise<T> } | undefined;
  return {
    get(most = KEPT_MS) {
      const at = now();
      if (known !== undefined && millisecondsBetween(known.at, at) < most) return known.value;
      const value = read();
      known = { at, value };
      value.catch(() => {
        known = undefined;
      });
      return value;
    },
  };
}

async function getJson(url: string): Promise<unknown> {
  const reply = await ask(url, { headers: { accept: 'application/json' } });
  if (!reply.ok) throw new TransientFault(`OpenID provider: ${new URL(url).pathname} answered ${reply.status}`);
  return reply.json();
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (cause) {
    throw new TransientFault(`OpenID provider: ${new URL(url).host} does not answer`, { cause });
  }
}
