import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Protocol } from './schema.ts';

/** SHA-256 (lower-case hex) of the RFC 8785 text of a JSON value. */
export function canonicalHash(value: unknown): string {
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new TypeError('protocol hash: expected a JSON value, got one without JSON form');
  return bytesToHex(sha256(utf8ToBytes(canonical)));
}

/** What a journey pins beside id and version: the hash of the whole file, signatures too. */
export const protocolHash = (protocol: Protocol): string => canonicalHash(protocol);
