import type { KnownOrder } from '../adapters/dynamo-message-store.ts';
import type { EhrOrder } from '../domain/ehr/understanding.ts';
import { TransientFault } from '../domain/faults.ts';
import { isAwaitingMatch, orderRecordOf, receiveOrder, takesOrders } from '../domain/journey/orders.ts';
import { ok } from '../domain/outcome.ts';
import type { StoredJourney } from '../domain/ports.ts';
import type { Protocol } from '../domain/protocol/schema.ts';
import type { Response } from '../middleware/http.ts';
import { receiptAnswer } from './answer.ts';
import { contradiction } from './apply-to-known.ts';
import { changeAlongside } from './change-alongside.ts';
import type { EhrDeps } from './ehr-deps.ts';
import { notUnderstood } from './not-understood.ts';
import type { Opening } from './open-from-order.ts';
import { askAboutName, keptOf, type NewClaim } from './other-name.ts';
import { type Received, receiptOf } from './receive.ts';

/** How an order stands whose number was put before a person. `over`: the journey ended before anybody had matched it. */
export type Match = 'linked' | 'awaited' | 'over';

/** Reads from the log of its journey how the match of an order number stands. */
export async function matchOf(deps: EhrDeps, { journeyId }: KnownOrder, hmac: string): Promise<Match> {
  const state = (await deps.store.load(journeyId))?.state;
  const record = state === undefined ? undefined : orderRecordOf(state, hmac);
  if (state === undefined || record === undefined) return 'over';
  if (record.verdict === 'linked') return 'linked';
  if (record.verdict === 'set-apart') {
    throw new TransientFault(`Journey ${journeyId}: the journey of an order set apart is being opened; try again`);
  }
  return isAwaitingMatch(state, record) ? 'awaited' : 'over';
}

/**
 * An order for a patient and a therapy that have an open journey already: the message is kept, and the coordinators of
 * that journey are asked whether it is the same course.
 */
export async function askForMatch(
  deps: EhrDeps,
  message: Received,
  {
    found,
    pseudonym,
    protocol,
    orderedAt,
    site,
    claim,
  }: Opening & { readonly pseudonym: string; readonly protocol: Protocol; readonly claim: NewClaim | undefined },
  open: StoredJourney,
): Promise<Response | 'conflict'> {
  const { sender, messageId, eventId, body } = message;
  const journeyId = open.state.id;
  const receipt = receiptOf(deps, message, null, 'parked');
  const items = [
    deps.messages.keepReceipt(sender, messageId, receipt),
    deps.messages.keepOrder(
      found.hmac,
      { journeyId, patient: pseudonym, protocol: protocol.id, match: true },
      found.from,
    ),
    ...deps.identities.rawMessage({ sender, messageId, body, receivedAt: receipt.receivedAt }),
    ...(await keptOf(deps, pseudonym, journeyId, { claim, unseen: found.unseen })),
  ];
  const { id, version } = protocol;
  // Whatever came in between, the message is looked at anew: the journey may be over, or the number known.
  const asked = await changeAlongside(deps, journeyId, { items, isLost: async () => true }, (scribe) => {
    if (!takesOrders(scribe.state)) return ok({ value: 'conflict' as const });
    const order = { order: found.hmac, sender, messageId, eventId, orderedAt, site };
    receiveOrder(scribe, { ...order, protocol: { id, version } });
    askAboutName(scribe, message, claim);
    return ok({ value: 'asked' as const });
  });
  return asked === 'conflict' ? 'conflict' : receiptAnswer(202, receipt);
}

/** Another message about an order that waits for its match: it is kept and waits with it. */
export async function applyToAwaited(
  deps: EhrDeps,
  message: Received,
  order: EhrOrder,
  known: KnownOrder & { readonly hmac: string },
  patient: string | undefined,
): Promise<Response | 'conflict'> {
  const why = contradiction(order, known, patient);
  if (why !== undefined) return notUnderstood(deps, message, [why]);
  const { sender, messageId, body } = message;
  const receipt = receiptOf(deps, message, null, 'parked');
  const items = [
    deps.messages.keepReceipt(sender, messageId, receipt),
    ...deps.identities.rawMessage({ sender, messageId, body, receivedAt: receipt.receivedAt }),
  ];
  const { journeyId, hmac } = known;
  const kept = await changeAlongside(deps, journeyId, { items, isLost: async () => true }, (scribe) => {
    const record = orderRecordOf(scribe.state, hmac);
    if (record === undefined || !isAwaitingMatch(scribe.state, record)) return ok({ value: 'conflict' as const });
    if (order.wants !== 'hold' || record.withdrawnAs === order.status) return ok({ value: 'nothing-new' as const });
    const data = { order: hmac, sender, messageId, status: order.status };
    scribe.write('order.withdrawn', data, { kind: 'sender', id: sender });
    return ok({ value: 'withdrawn' as const });
  });
  if (kept === 'conflict') return 'conflict';
  if (kept === 'withdrawn') return receiptAnswer(202, receipt);
  const written = await deps.messages.write('Message about an order that waits', items);
  return written === 'done' ? receiptAnswer(202, receipt) : 'conflict';
}
