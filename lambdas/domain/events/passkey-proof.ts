import * as z from 'zod';
import { lazily } from '../lazily.ts';

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/, 'expected base64url');

/**
 * What a passkey said when it signed, kept so that its signature can be verified years later from the event alone. What it
 * signed is not kept: that is computed from the event (`signing-intent.ts`).
 */
export const passkeyProof = lazily(() =>
  z.strictObject({
    credentialId: base64url.max(1400),
    /** COSE key, and the number of its algorithm (RFC 9053). */
    publicKey: base64url.max(4000),
    alg: z.int(),
    authenticatorData: base64url.max(4000),
    clientDataJSON: base64url.max(8000),
    signature: base64url.max(8000),
    /** Signature counter of the key before this signature; it must have risen, unless the key does not count. */
    counterBefore: z.int().min(0),
    origin: z.string().max(300),
    rpId: z.string().max(255),
    /** Of the page that was shown, part of what was signed. */
    nonce: z.string().max(256),
  }),
);
export type PasskeyProof = z.infer<ReturnType<typeof passkeyProof>>;
