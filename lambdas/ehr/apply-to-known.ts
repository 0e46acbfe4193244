import type { KnownOrder } from '../adapters/dynamo-message-store.ts';
import { type EhrOrder, type Unclear, unclear } from '../domain/ehr/understanding.ts';
import { heldBecauseOf, holdByOrder } from '../domain/journey/orders.ts';
import { ok } from '../domain/outcome.ts';
import type { Alongside } from '../domain/ports.ts';
import type { Response } from '../middleware/http.ts';
import { receiptAnswer } from './answer.ts';
import { changeAlongside } from './change-alongside.ts';
import type { EhrDeps } from './ehr-deps.ts';
import { notUnderstood } from './not-understood.ts';
import { type Received, receiptOf } from './receive.ts';

/** Why a message about a known order number is not acted on; undefined when it agrees with what is known. */
export function contradiction(order: EhrOrder, known: KnownOrder, patient: string | undefined): Unclear | undefined {
  if (order.patient !== undefined && patient !== known.patient) {
    const why = 'The order number belongs to another patient.';
    return unclear('contradictory-identifiers', why, 'Patient.identifier');
  }
  if (order.protocol !== undefined && order.protocol !== known.protocol) {
    const why = 'The order now names another therapy; withdraw it and send a new order.';
    return unclear('order-changed', why);
  }
  return undefined;
}

/**
 * An order number that belongs to a journey. A withdrawn order puts it on hold: whether the course ends is decided by a
 * person, because cells may be on their way.
 *
 * @param patient pseudonym the message's identifiers lead to, when they lead to one
 */
export async function applyToKnown(
  deps: EhrDeps,
  message: Received,
  order: EhrOrder,
  known: KnownOrder,
  patient: string | undefined,
): Promise<Response | 'conflict'> {
  const why = contradiction(order, known, patient);
  if (why !== undefined) return notUnderstood(deps, message, [why]);
  const { sender, messageId, body } = message;
  const receipt = receiptOf(deps, message, known.journeyId);
  const items = [
    deps.messages.keepReceipt(sender, messageId, receipt),
    ...deps.identities.rawMessage({ sender, messageId, body, receivedAt: receipt.receivedAt }),
  ];
  if (order.wants === 'hold') {
    const held = await hold(deps, message, known.journeyId, order.status, items);
    if (held === 'conflict') return 'conflict';
    if (held === 'held') return receiptAnswer(202, receipt);
  }
  const written = await deps.messages.write('Message about a known order', items);
  return written === 'done' ? receiptAnswer(202, receipt) : 'conflict';
}

/** `nothing-to-do` for a journey that is closed, or on hold for the same reason. */
function hold(
  deps: EhrDeps,
  { sender, messageId }: Received,
  journeyId: string,
  status: string,
  items: readonly Alongside[],
): Promise<'held' | 'nothing-to-do' | 'conflict'> {
  // Trying again helps when the journey had moved on, not when this very message was answered meanwhile.
  const isLost = async (): Promise<boolean> => (await deps.messages.receipt(sender, messageId)) !== undefined;
  return changeAlongside<'held' | 'nothing-to-do'>(deps, journeyId, { items, isLost }, (scribe) => {
    const { closed, holds } = scribe.state;
    const same = holds.some((each) => each.until === undefined && each.reason === heldBecauseOf(status));
    if (closed !== undefined || same) return ok({ value: 'nothing-to-do' });
    holdByOrder(scribe, sender, status);
    return ok({ value: 'held' });
  });
}
