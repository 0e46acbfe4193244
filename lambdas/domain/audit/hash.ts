import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { Fault } from '../faults.ts';

/** RFC 8785 (JCS) text of a JSON value. Throws a Fault for what JSON cannot hold (NaN, a lone surrogate, a function). */
export function canonicalText(value: unknown): string {
  const text = tryCanonicalText(value);
  if (text === undefined) {
    throw new Fault(`Canonical JSON: expected a JSON value, got ${typeof value} that is none or holds what is none`);
  }
  return text;
}

/** True for a value that canonical JSON can hold; what is taken from outside is asked this before it is kept. */
export const isCanonical = (value: unknown): boolean => tryCanonicalText(value) !== undefined;

function tryCanonicalText(value: unknown): string | undefined {
  try {
    return canonicalize(value);
  } catch {
    return undefined;
  }
}

/** SHA-256 of UTF-8 text, lower-case hex. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 of the RFC 8785 text of a JSON value, lower-case hex. */
export const hashOf = (value: unknown): string => sha256Hex(canonicalText(value));
