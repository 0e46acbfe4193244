import { createHash, createHmac } from 'node:crypto';
import { canonicalText } from '../domain/audit/hash.ts';

/** An identifier with the authority that issued it: FHIR `Identifier.system` and `value`. */
export interface IssuedIdentifier {
  readonly system: string;
  readonly value: string;
}

/** Keyed hash (HMAC-SHA256, hex) of a value that must be found again and may not be read. Purposes never collide. */
const keyed = (key: string, purpose: string, parts: unknown): string =>
  createHmac('sha256', key).update(`atmp-${purpose}/v1\n`).update(canonicalText(parts)).digest('hex');

/** Under what a patient's identifier is found. */
export const identifierHmac = (key: string, { system, value }: IssuedIdentifier): string =>
  keyed(key, 'identifier', [system.trim(), value.trim()]);

/** Under what an order number of a sender is found. */
export const orderHmac = (key: string, sender: string, { system, value }: IssuedIdentifier): string =>
  keyed(key, 'order', [sender, system.trim(), value.trim()]);

/** Tells whether a message is the one that came before, without keeping a plain hash of what is in it. */
export const bodyHmac = (key: string, body: Uint8Array): string =>
  createHmac('sha256', key).update('atmp-body/v1\n').update(body).digest('hex');

/** Names what a message caused; the same for every attempt to deliver it. 24 hex digits. */
export const messageEventId = (sender: string, messageId: string): string =>
  createHash('sha256').update(`${sender}\n${messageId}`).digest('hex').slice(0, 24);
