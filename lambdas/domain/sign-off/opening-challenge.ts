import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The 32 bytes that a passkey signs to sign somebody in from a link; `nonce` is that of the link, and counts for minutes. Begins
 * otherwise than what a signature signs, so that neither can ever stand for the other.
 */
export const openingChallenge = (nonce: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(sha256(utf8ToBytes(`atmp-open/v1\n${nonce}`)));
