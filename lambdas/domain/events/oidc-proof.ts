import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { instant } from '../time.ts';

/** What the hospital's OpenID Connect provider said of the log-in that signed. */
export const oidcProof = lazily(() =>
  z.strictObject({
    issuer: z.string().max(300),
    clientId: z.string().max(300),
    /** When the person logged in, freshly for this signature. */
    authTime: instant,
    /** By what, in the words of the provider: class and methods of the authentication. */
    acr: z.string().max(300).optional(),
    amr: z.array(z.string().max(100)).max(20).optional(),
    /** Of the compact ID token; its nonce is the hash of what was signed. */
    tokenSha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** The token itself and the public key (JWK) that proves it, where nothing in it says more of a person than their subject. */
    token: z.string().max(8000).optional(),
    key: z.record(z.string(), z.json()).optional(),
    /** Of the page that was shown, part of what was signed. */
    nonce: z.string().max(256),
  }),
);
export type OidcProof = z.infer<ReturnType<typeof oidcProof>>;
