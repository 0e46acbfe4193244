import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { cose, decodeCredentialPublicKey, isoUint8Array } from '@simplewebauthn/server/helpers';
import type { Passkey } from './passkey-items.ts';

/** Ed25519, ECDSA with P-256, RSA (RFC 9053): what every verifier will know in thirty years. */
const ALGORITHMS = [-8, -7, -257];

interface Enrolling {
  readonly signer: string;
  readonly origin: string;
  readonly rpId: string;
  readonly challenge: Uint8Array<ArrayBuffer>;
}

/** What a browser needs to make a passkey: one that is found without a name, and asks its owner for PIN or body. */
export const enrolmentOptions = (
  { signer, rpId, challenge }: Enrolling,
  known: readonly Passkey[],
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpName: 'ATMP Journey',
    rpID: rpId,
    userName: signer,
    userID: isoUint8Array.fromUTF8String(signer),
    challenge,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId: id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });

export type NewPasskey = Omit<Passkey, 'signer' | 'enrolledAt' | 'checked' | 'lastUsedAt' | 'revoked'>;

/** The passkey that a browser made for these options; undefined when it is not, or did not ask its owner. */
export async function enrolledKey(
  { origin, rpId, challenge }: Enrolling,
  response: RegistrationResponseJSON,
): Promise<NewPasskey | undefined> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: Buffer.from(challenge).toString('base64url'),
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) return undefined;
    const { credential, credentialDeviceType, credentialBackedUp, aaguid } = registrationInfo;
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      alg: Number(decodeCredentialPublicKey(credential.publicKey).get(cose.COSEKEYS.alg)),
      counter: credential.counter,
      transports: credential.transports ?? [],
      aaguid,
      deviceType: credentialDeviceType,
      backedUp: credentialBackedUp,
    };
  } catch {
    // What the library could not read or found to differ: made for another address, link or without its owner.
    return undefined;
  }
}
