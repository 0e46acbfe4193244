import type { Verifiers } from '../domain/audit/verify-passkeys.ts';
import { signedPayload } from './id-token.ts';
import { verifyPasskey } from './passkey-verifier.ts';

/** What checks signatures of a log again, years later. */
export const signatureVerifiers: Verifiers = {
  passkey: verifyPasskey,
  // A key that does not fit is as good as a wrong signature.
  idToken: (token, key) => signedPayload(token, { keys: [{ kty: '', ...key }] }).catch(() => undefined),
};
