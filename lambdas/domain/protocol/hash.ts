import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Protocol } from './schema.ts';

/** SHA-256 (lower-case hex) of the RFC 8785 text of a protocol: what a journey pins beside id and version. */
export function protocolHash(protocol: Protocol): string {
  const canonical = canonicalize(protocol);
  if (canonical === undefined)
    throw new TypeError('protocol hash: expected a JSON object, got a value without JSON form');
  return bytesToHex(sha256(utf8ToBytes(canonical)));
}
