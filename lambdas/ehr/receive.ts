import { bodyHmac, messageEventId } from '../adapters/identity-index.ts';
import { type SignedMessage, verifyWebhook } from '../adapters/signed-webhook.ts';
import { parseJsonBody } from '../domain/ehr/json-text.ts';
import { readMessage } from '../domain/ehr/message.ts';
import type { Understanding } from '../domain/ehr/understanding.ts';
import { TransientFault, unreachable } from '../domain/faults.ts';
import type { Request, Response } from '../middleware/http.ts';
import { operationOutcome, receiptAnswer } from './answer.ts';
import { applyOrder } from './apply-order.ts';
import type { EhrDeps } from './ehr-deps.ts';
import { notUnderstood } from './not-understood.ts';

/** A message that is authentic and was read. */
export interface Received extends SignedMessage {
  readonly body: Buffer;
  readonly bodyHmac: string;
  /** The same for every attempt to deliver the message. */
  readonly eventId: string;
}

/** Enough for fifty equal messages at once; each try looks for the answer of the one that won. */
const TRIES = 20;

/**
 * `POST /ehr/fhir` (design 6). The answer is kept in the same transaction as what the message caused, so that any number
 * of equal messages, one after the other or at once, has one effect and one answer.
 */
export async function receiveMessage(deps: EhrDeps, request: Request): Promise<Response> {
  const signed = verifyWebhook(await deps.webhookSecrets(), request.headers, request.body, deps.now());
  if (!signed.ok) return operationOutcome(401, [{ code: 'security', diagnostics: signed.refusal.message }]);
  const { sender, messageId } = signed.value;
  const message: Received = {
    ...signed.value,
    body: request.body,
    bodyHmac: bodyHmac(await deps.identityKey(), request.body),
    eventId: messageEventId(sender, messageId),
  };
  const json = parseJsonBody(message.body);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const receipt = await deps.messages.receipt(sender, messageId);
    if (receipt !== undefined) {
      if (receipt.bodyHmac === message.bodyHmac) return receiptAnswer(200, receipt);
      const diagnostics = 'webhook-id: another body came under this id before; give each message an id of its own.';
      return operationOutcome(409, [{ code: 'duplicate', diagnostics }]);
    }
    if (!json.ok) return operationOutcome(400, [{ code: 'structure', diagnostics: json.refusal.message }]);
    const { sites, therapies } = deps;
    const answer = await act(deps, message, readMessage(json.value, { sites, therapies, now: deps.now() }));
    if (answer !== 'conflict') return answer;
  }
  throw new TransientFault(`Message of ${sender}: lost ${TRIES} races; the same message may be sent again`);
}

/** `conflict` when somebody else wrote first: the same message, the same patient, the same order. */
async function act(deps: EhrDeps, message: Received, understanding: Understanding): Promise<Response | 'conflict'> {
  switch (understanding.kind) {
    case 'malformed': {
      const { message: diagnostics, paths } = understanding;
      return operationOutcome(400, [
        { code: 'structure', diagnostics },
        ...paths.map((path) => ({ code: 'structure' as const, diagnostics: path })),
      ]);
    }
    case 'alive': {
      const receipt = receiptOf(deps, message, null);
      const kept = deps.messages.keepReceipt(message.sender, message.messageId, receipt);
      const written = await deps.messages.write('Subscription notification', [kept]);
      return written === 'done' ? receiptAnswer(202, receipt) : 'conflict';
    }
    case 'unclear':
      return notUnderstood(deps, message, understanding.reasons);
    case 'order':
      return applyOrder(deps, message, understanding.order);
    default:
      return unreachable(understanding, 'EHR message');
  }
}

/** The answer to keep for a message. */
export const receiptOf = (
  deps: EhrDeps,
  message: Received,
  journeyId: string | null,
  status: 'applied' | 'parked' = 'applied',
) => ({ bodyHmac: message.bodyHmac, journeyId, eventId: message.eventId, status, receivedAt: deps.now() });
