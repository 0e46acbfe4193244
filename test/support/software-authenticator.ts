import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED = 0x40;

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const text = (data: Uint8Array): string => Buffer.from(data).toString('base64url');

interface Ceremony {
  readonly challenge: Uint8Array | string;
  readonly origin: string;
  readonly rpId: string;
  /** Whether the key asked its owner for a PIN or a finger. */
  readonly verified?: boolean;
}

/** What passkeys sign with: numbers and keys in COSE (RFC 9053). */
export const ALGORITHMS = { ES256: -7, EdDSA: -8, RS256: -257 } as const;
export type Algorithm = keyof typeof ALGORITHMS;

type CoseKey = readonly (readonly [number, number | Uint8Array])[];

const part = (of: string | undefined): Uint8Array => new Uint8Array(Buffer.from(of ?? '', 'base64url'));

const MADE: Readonly<Record<Algorithm, () => { readonly key: KeyObject; readonly cose: CoseKey }>> = {
  // kty EC2, crv P-256.
  ES256: () => {
    const { privateKey: key, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x, y } = publicKey.export({ format: 'jwk' });
    return {
      key,
      cose: [
        [1, 2],
        [3, ALGORITHMS.ES256],
        [-1, 1],
        [-2, part(x)],
        [-3, part(y)],
      ],
    };
  },
  // kty OKP, crv Ed25519.
  EdDSA: () => {
    const { privateKey: key, publicKey } = generateKeyPairSync('ed25519');
    const { x } = publicKey.export({ format: 'jwk' });
    return {
      key,
      cose: [
        [1, 1],
        [3, ALGORITHMS.EdDSA],
        [-1, 6],
        [-2, part(x)],
      ],
    };
  },
  // kty RSA.
  RS256: () => {
    const { privateKey: key, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { n, e } = publicKey.export({ format: 'jwk' });
    return {
      key,
      cose: [
        [1, 3],
        [3, ALGORITHMS.RS256],
        [-1, part(n)],
        [-2, part(e)],
      ],
    };
  },
};

/** A passkey made of node:crypto: what a security key answers, without a browser. */
export class SoftwareAuthenticator {
  readonly credentialId = text(randomBytes(32));
  counter = 0;
  readonly #algorithm: Algorithm;
  readonly #key: KeyObject;
  readonly #cose: Uint8Array;

  constructor(algorithm: Algorithm = 'ES256') {
    const { key, cose } = MADE[algorithm]();
    this.#algorithm = algorithm;
    this.#key = key;
    this.#cose = isoCBOR.encode(new Map(cose));
  }

  get publicKey(): string {
    return text(this.#cose);
  }

  /** The answer to navigator.credentials.create(), as JSON. */
  register({ challenge, origin, rpId, verified = true }: Ceremony) {
    const id = Buffer.from(this.credentialId, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const authData = Buffer.concat([
      this.#data(rpId, ATTESTED | this.#flags(verified)),
      Buffer.alloc(16),
      length,
      id,
      this.#cose,
    ]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: text(clientData('webauthn.create', challenge, origin)),
        attestationObject: text(isoCBOR.encode(attestation as never)),
        transports: ['internal' as const],
      },
    };
  }

  /** The answer to navigator.credentials.get(), as JSON. */
  assert({ challenge, origin, rpId, verified = true }: Ceremony) {
    this.counter += 1;
    const authenticatorData = this.#data(rpId, this.#flags(verified));
    const clientDataJSON = clientData('webauthn.get', challenge, origin);
    // Ed25519 hashes by itself.
    const hash = this.#algorithm === 'EdDSA' ? null : 'sha256';
    const signature = sign(hash, Buffer.concat([authenticatorData, sha256(clientDataJSON)]), this.#key);
    return {
      ...this.#named(),
      response: {
        authenticatorData: text(authenticatorData),
        clientDataJSON: text(clientDataJSON),
        signature: text(signature),
      },
    };
  }

  #named() {
    return {
      id: this.credentialId,
      rawId: this.credentialId,
      type: 'public-key' as const,
      clientExtensionResults: {},
    };
  }

  #flags = (verified: boolean): number => USER_PRESENT | (verified ? USER_VERIFIED : 0);

  #data(rpId: string, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter]);
  }
}

const clientData = (type: string, challenge: Uint8Array | string, origin: string): Buffer =>
  Buffer.from(
    JSON.stringify({
      type,
      challenge: typeof challenge === 'string' ? challenge : text(challenge),
      origin,
      crossOrigin: false,
    }),
  );
