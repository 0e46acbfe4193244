import type { Unclear } from '../domain/ehr/understanding.ts';
import type { Effect } from '../domain/journey/effects.ts';
import type { Response } from '../middleware/http.ts';
import { operationOutcome, receiptAnswer } from './answer.ts';
import type { EhrDeps } from './ehr-deps.ts';
import { type Received, receiptOf } from './receive.ts';

/**
 * An authentic message that nobody may guess about. A sender set to `refuse` gets it back and nothing is written; for
 * one set to `park` it is kept whole, and the coordinators of every site are told, because whose it is is not known.
 */
export async function notUnderstood(
  deps: EhrDeps,
  message: Received,
  reasons: readonly Unclear[],
): Promise<Response | 'conflict'> {
  const { sender, messageId, eventId, body } = message;
  const policy = deps.senders.find(({ id }) => id === sender)?.policy ?? 'refuse';
  if (policy === 'refuse') {
    const issues = reasons.map(({ message: diagnostics, path }) => ({ diagnostics, expression: path }));
    return operationOutcome(
      422,
      issues.map((issue) => ({ code: 'not-supported' as const, ...issue })),
    );
  }
  const receipt = receiptOf(deps, message, null, 'parked');
  const parkedAt = receipt.receivedAt;
  const mails = deps.sites.map(
    ({ id: site, zone }): Effect => ({
      kind: 'mail',
      notice: { about: 'message', eventId, sender, site, zone, class: 'due', to: ['coordinator'] },
    }),
  );
  const codes = [...new Set(reasons.map(({ code }) => code))];
  const written = await deps.messages.write('Park message', [
    deps.messages.keepReceipt(sender, messageId, receipt),
    ...deps.identities.rawMessage({ sender, messageId, body, receivedAt: parkedAt }),
    ...deps.messages.keepParked({ eventId, sender, messageId, reasons: codes, parkedAt }, mails),
  ]);
  return written === 'done' ? receiptAnswer(202, receipt) : 'conflict';
}
