import { createHash } from 'node:crypto';
import { compactVerify, createLocalJWKSet, decodeProtectedHeader, errors, type JSONWebKeySet } from 'jose';
import * as z from 'zod';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import { type Instant, millisecondsBetween, plusMilliseconds } from '../domain/time.ts';

/** Asymmetric ones only: a token that proves something later must be none that we could have made ourselves. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const FRESH_MS = 2 * 60 * 1000;
/** How far the clocks of provider and functions may be apart. */
const SKEW_MS = 30 * 1000;
const EPOCH = '1970-01-01T00:00:00.000Z';

/** What the provider said of somebody who logged in. */
export interface Login {
  /** As whom the register knows them. */
  readonly subject: string;
  readonly authTime: Instant;
  readonly acr?: string;
  readonly amr?: readonly string[];
  /** The compact token. */
  readonly token: string;
  readonly tokenSha256: string;
  /** The public key that verified it, where it can be told. */
  readonly key?: JSONWebKeySet['keys'][number];
  /** Whether the token says nothing of a person but their subject. */
  readonly isBare: boolean;
}

/** What the token must say. */
export interface ExpectedToken {
  readonly issuer: string;
  readonly clientId: string;
  /** The claim by which the register knows people; `sub` unless the provider gives a stabler one. */
  readonly subjectClaim: string;
  readonly nonce: string;
  /** When the log-in was asked for. */
  readonly startedAt: Instant;
  readonly now: Instant;
}

const seconds = z.number().min(0).max(7e9);
const claims = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  exp: seconds,
  iat: seconds,
  nbf: seconds.optional(),
  nonce: z.string(),
  auth_time: seconds,
  acr: z.string().max(300).optional(),
  amr: z.array(z.string().max(100)).max(20).optional(),
});

/** Claims that are about the token and the log-in; `sub` and `oid` name a person by a number of the provider. */
const BARE = [
  ...['iss', 'sub', 'aud', 'azp', 'exp', 'iat', 'nbf', 'jti', 'nonce', 'auth_time', 'acr', 'amr', 'sid', 'typ'],
  ...['at_hash', 'c_hash', 's_hash', 'ver', 'tid', 'oid', 'uti', 'rh', 'aio', 'session_state'],
];

/** One sentence for all that is wrong with a token; what it is stands in the log of the function. */
const wrong = (why: string) =>
  refuse('unauthenticated', 'The hospital sign-in did not confirm who signs. Open the step again and sign in anew.', {
    why,
  });

/**
 * Verifies an ID token (OpenID Connect Core 3.1.3.7): who issued it and for whom, that it answers this very request, and that
 * the person logged in for it.
 */
export async function verifyIdToken(
  token: string,
  keys: JSONWebKeySet,
  expected: ExpectedToken,
): Promise<Outcome<Login>> {
  const payload = await signedPayload(token, keys);
  if (payload === undefined) return wrong('signature');
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return wrong(`claims ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
  const { data } = parsed;
  const why = mismatch(data, expected);
  if (why !== undefined) return wrong(why);
  const subject = data[expected.subjectClaim];
  if (typeof subject !== 'string' || subject === '') return wrong(`claim ${expected.subjectClaim}`);
  const key = keyOf(token, keys);
  return ok({
    subject,
    authTime: instantOf(data.auth_time),
    ...(data.acr === undefined ? {} : { acr: data.acr }),
    ...(data.amr === undefined ? {} : { amr: data.amr }),
    token,
    tokenSha256: createHash('sha256').update(token).digest('hex'),
    ...(key === undefined ? {} : { key }),
    isBare: Object.keys(data).every((claim) => BARE.includes(claim)),
  });
}

/** What a token says that one of these keys signed; undefined for any other. Throws when the token names a key that is not among them. */
export async function signedPayload(token: string, keys: JSONWebKeySet): Promise<unknown> {
  try {
    const { payload } = await compactVerify(token, createLocalJWKSet(keys), { algorithms: ALGORITHMS });
    return JSON.parse(Buffer.from(payload).toString('utf8'));
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) throw error;
    return undefined;
  }
}

const instantOf = (epochSeconds: number): Instant => plusMilliseconds(EPOCH, Math.round(epochSeconds * 1000));

function mismatch(
  { iss, aud, azp, exp, iat, nbf, nonce, auth_time }: z.infer<typeof claims>,
  { issuer, clientId, nonce: expectedNonce, startedAt, now }: ExpectedToken,
): string | undefined {
  const audiences = [aud].flat();
  const since = (at: number): number => millisecondsBetween(instantOf(at), now);
  if (iss !== issuer) return 'issuer';
  if (!audiences.includes(clientId)) return 'audience';
  if ((audiences.length > 1 || azp !== undefined) && azp !== clientId) return 'authorised party';
  if (since(exp) > SKEW_MS || since(iat) < -SKEW_MS || since(nbf ?? iat) < -SKEW_MS) return 'time of the token';
  if (nonce !== expectedNonce) return 'nonce';
  const age = since(auth_time);
  if (age > FRESH_MS || age < -SKEW_MS) return 'log-in not fresh';
  // A log-in from before it was asked for is a session of the provider, however young.
  return millisecondsBetween(startedAt, instantOf(auth_time)) < -SKEW_MS ? 'log-in before it was asked for' : undefined;
}

/** The key that the token names, or the only one there is. */
function keyOf(token: string, { keys }: JSONWebKeySet): Login['key'] {
  const { kid } = decodeProtectedHeader(token);
  return kid === undefined ? (keys.length === 1 ? keys[0] : undefined) : keys.find((key) => key.kid === kid);
}
