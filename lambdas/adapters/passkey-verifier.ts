import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { cose, decodeCredentialPublicKey } from '@simplewebauthn/server/helpers';
import type { PasskeyProof } from '../domain/events/passkey-proof.ts';

export type PasskeyVerdict =
  | { readonly ok: true; readonly counter: number; readonly backedUp: boolean }
  | { readonly ok: false; readonly why: string };

/**
 * Verifies that a passkey signed this challenge, for this address, with its owner verified by PIN or body. Used when it is signed
 * and, with the same proof from the log, at any time later: the counter is compared with the one before the signature.
 */
export async function verifyPasskey(proof: PasskeyProof, challenge: Uint8Array<ArrayBuffer>): Promise<PasskeyVerdict> {
  const { credentialId: id, authenticatorData, clientDataJSON, signature, counterBefore, origin, rpId } = proof;
  try {
    const publicKey = bytes(proof.publicKey);
    const alg = decodeCredentialPublicKey(publicKey).get(cose.COSEKEYS.alg);
    if (alg !== proof.alg) return { ok: false, why: `algorithm of the key: got ${alg}, expected ${proof.alg}` };
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        response: { authenticatorData, clientDataJSON, signature },
        clientExtensionResults: {},
      },
      expectedChallenge: Buffer.from(challenge).toString('base64url'),
      expectedOrigin: origin,
      expectedRPID: rpId,
      credential: { id, publicKey, counter: counterBefore },
      requireUserVerification: true,
    });
    return verified
      ? { ok: true, counter: authenticationInfo.newCounter, backedUp: authenticationInfo.credentialBackedUp }
      : { ok: false, why: 'the signature is not that of the key over what the event says' };
  } catch (error) {
    // The library says what differs; of ours there is only a hash in it.
    return { ok: false, why: error instanceof Error ? error.message : 'cannot be read' };
  }
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64url'));
