import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { Fault } from '../domain/faults.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import { type Instant, millisecondsBetween } from '../domain/time.ts';

/** Secrets by sender; a sender has two while one is being rotated. */
export type WebhookSecrets = ReadonlyMap<string, readonly Buffer[]>;

export interface SignedMessage {
  readonly sender: string;
  /** `webhook-id`: the same for every attempt to deliver one message. */
  readonly messageId: string;
}

const TOLERANCE_MS = 5 * 60 * 1000;
const EPOCH = '1970-01-01T00:00:00.000Z';
/** Printable, no dot (the signed text is cut at dots) and no `#` (keys are); long enough for every known sender. */
const MESSAGE_ID = /^[\x21\x22\x24-\x2d\x2f-\x7e]{1,128}$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Verifies a message by Standard Webhooks 1.0.0, symmetric scheme `v1`, against the clock given: the reference library
 * reads the system's clock, which is not ours when time is virtual. The sender is the one whose secret fits. One refusal
 * for everything, so that nobody learns what was nearly right.
 *
 * @param headers with lower-case names
 */
export function verifyWebhook(
  secrets: WebhookSecrets,
  headers: Readonly<Record<string, string | undefined>>,
  body: Uint8Array,
  now: Instant,
): Outcome<SignedMessage> {
  const {
    'webhook-id': messageId = '',
    'webhook-timestamp': timestamp = '',
    'webhook-signature': signatures = '',
  } = headers;
  const refused = refuse(
    'unauthenticated',
    'Signature: expected webhook-id, webhook-timestamp (seconds, within 5 minutes of now) and webhook-signature (v1) by Standard Webhooks 1.0.0 over the raw body.',
  );
  if (!MESSAGE_ID.test(messageId) || !/^\d{1,12}$/.test(timestamp)) return refused;
  if (Math.abs(millisecondsBetween(EPOCH, now) - Number(timestamp) * 1000) > TOLERANCE_MS) return refused;
  const given = signatures.split(' ').flatMap((signature) => {
    const [version, base64 = ''] = signature.split(',');
    return version === 'v1' && BASE64.test(base64) ? [Buffer.from(base64, 'base64')] : [];
  });
  let sender: string | undefined;
  for (const [id, keys] of secrets) {
    for (const key of keys) {
      const expected = createHmac('sha256', key).update(`${messageId}.${timestamp}.`).update(body).digest();
      const fits = given.map((mac) => mac.length === expected.length && timingSafeEqual(mac, expected));
      if (fits.includes(true)) sender ??= id;
    }
  }
  return sender === undefined ? refused : ok({ sender, messageId });
}

/** Headers of a message of ours by the same standard, for who knows our secret. */
export function signWebhook(secret: string, id: string, now: Instant, body: string): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(millisecondsBetween(EPOCH, now) / 1000));
  const mac = createHmac('sha256', keyOf('the receiver', secret)).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${mac}` };
}

/**
 * Reads the secret of the webhook: JSON `{"<sender>": ["whsec_…", …]}`, or one bare secret (with or without `whsec_`),
 * which is the first sender's. Throws a Fault that names the sender, never the value.
 */
export function parseWebhookSecrets(text: string, senders: readonly string[]): WebhookSecrets {
  const [first = ''] = senders;
  const listed = text.trimStart().startsWith('{') ? parseListed(text) : { [first]: [text.trim()] };
  const unknown = Object.keys(listed).filter((id) => !senders.includes(id));
  if (unknown.length > 0) {
    throw new Fault(`Webhook secret: got sender ${unknown.join(', ')}, expected one of ${senders.join(', ')}`);
  }
  const owners = new Map<string, string>();
  for (const [sender, values] of Object.entries(listed)) {
    for (const value of values) {
      const owner = owners.get(value) ?? sender;
      if (owner !== sender) throw new Fault(`Webhook secret: ${owner} and ${sender} have the same; give each its own`);
      owners.set(value, sender);
    }
  }
  return new Map(
    Object.entries(listed).map(([sender, values]) => [sender, values.map((value) => keyOf(sender, value))]),
  );
}

function parseListed(text: string): Readonly<Record<string, readonly string[]>> {
  try {
    return z.record(z.string(), z.array(z.string()).min(1)).parse(JSON.parse(text));
  } catch {
    throw new Fault('Webhook secret: expected JSON {"<sender>": ["whsec_…"]} or one secret as text');
  }
}

function keyOf(sender: string, secret: string): Buffer {
  const base64 = secret.replace(/^whsec_/, '');
  const key = Buffer.from(base64, 'base64');
  if (!BASE64.test(base64) || key.length < 16) {
    throw new Fault(`Webhook secret of ${sender}: expected whsec_ and the base64 of at least 24 random bytes`);
  }
  return key;
}
