import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';
import type { JourneyEvent } from '../events/journey-event.ts';
import type { OidcProof } from '../events/oidc-proof.ts';
import { isSigned, type SignedEvent } from '../events/signed-event.ts';
import { isIntentOf, oidcNonce } from '../sign-off/signing-intent.ts';
import { plusMilliseconds } from '../time.ts';
import type { Finding } from './finding.ts';

/** What a token says that this public key (JWK) signed; undefined for any other. Needs cryptography, which is an adapter's. */
export type VerifyIdToken = (token: string, key: NonNullable<OidcProof['key']>) => Promise<unknown>;

const claims = z.looseObject({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  nonce: z.string(),
  auth_time: z.number(),
});

export interface OidcChecked {
  /** Signatures whose token is kept and was verified anew. */
  readonly verified: number;
  /** Signatures of which only the hash of the token is kept: nothing more can be shown from the log. */
  readonly byHashOnly: number;
  readonly findings: readonly Finding[];
}

/** Every signature by the hospital's provider, from the log alone. */
export async function checkOidc(events: readonly JourneyEvent[], verify: VerifyIdToken): Promise<OidcChecked> {
  let [verified, byHashOnly] = [0, 0];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const event of events) {
    if (!isSigned(event)) continue;
    const { oidc, assurance } = event.data;
    if (oidc === undefined && assurance !== 'oidc') continue;
    const why = oidc === undefined || assurance !== 'oidc' ? MISFIT : await whyNot(event, oidc, verify, seen);
    if (why !== undefined) findings.push({ kind: 'oidc', seq: event.seq, message: `Hospital sign-in: ${why}` });
    else if (oidc?.token === undefined) byHashOnly += 1;
    else verified += 1;
  }
  return { verified, byHashOnly, findings };
}

const MISFIT = 'expected assurance oidc together with what the provider said, got one without the other';

async function whyNot(
  event: SignedEvent,
  { token, key, tokenSha256, issuer, clientId, authTime, nonce }: OidcProof,
  verify: VerifyIdToken,
  seen: Set<string>,
): Promise<string | undefined> {
  if (seen.has(tokenSha256)) return 'expected one event for each log-in, got one that signed an event before';
  seen.add(tokenSha256);
  if (token === undefined || key === undefined) {
    return token === key ? undefined : 'expected the token together with its key, got one without the other';
  }
  if (bytesToHex(sha256(utf8ToBytes(token))) !== tokenSha256) return 'the token is not the one whose hash is kept';
  const said = claims.safeParse(await verify(token, key));
  if (!said.success) return 'the token was not signed by the key that is kept with it';
  const { iss, aud, nonce: given, auth_time: seconds } = said.data;
  if (iss !== issuer || ![aud].flat().includes(clientId))
    return 'the token is from another provider or for another client';
  if (plusMilliseconds('1970-01-01T00:00:00.000Z', Math.round(seconds * 1000)) !== authTime)
    return 'the token says another time of the log-in';
  return (await isIntentOf(event, nonce, async (intent) => given === oidcNonce(intent)))
    ? undefined
    : 'the token does not carry what the event says was signed';
}
