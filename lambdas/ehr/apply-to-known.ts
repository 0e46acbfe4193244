import type { KnownOrder } from '../adapters/dynamo-message-store.ts';
import { type EhrOrder, unclear } from '../domain/ehr/understanding.ts';
import { Fault } from '../domain/faults.ts';
import { changeJourney } from '../domain/journey/change-journey.ts';
import { ok } from '../domain/outcome.ts';
import type { Alongside, JourneyStore } from '../domain/ports.ts';
import type { Response } from '../middleware/http.ts';
import { receiptAnswer } from './answer.ts';
import type { EhrDeps } from './ehr-deps.ts';
import { notUnderstood } from './not-understood.ts';
import { type Received, receiptOf } from './receive.ts';

/** Somebody else answered the same message while this one was being written. */
class AnsweredMeanwhile extends Error {}

/**
 * An order number that opened a journey before. A withdrawn order puts it on hold: whether the course ends is decided by
 * a person, because cells may be on their way.
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
  if (order.patient !== undefined && patient !== known.patient) {
    const why = 'The order number belongs to another patient.';
    return notUnderstood(deps, message, [unclear('contradictory-identifiers', why, 'Patient.identifier')]);
  }
  if (order.protocol !== undefined && order.protocol !== known.protocol) {
    const why = 'The order now names another therapy; withdraw it and send a new order.';
    return notUnderstood(deps, message, [unclear('order-changed', why)]);
  }
  const { sender, messageId, body } = message;
  const receipt = receiptOf(deps, message, known.journeyId);
  const items = [
    deps.messages.keepReceipt(sender, messageId, receipt),
    ...deps.identities.rawMessage({ sender, messageId, body, receivedAt: receipt.receivedAt }),
  ];
  if (order.wants === 'hold') {
    const held = await hold(deps, message, known.journeyId, `EHR order ${order.status}`, items);
    if (held === 'conflict') return 'conflict';
    if (held === 'held') return receiptAnswer(202, receipt);
  }
  const written = await deps.messages.write('Message about a known order', items);
  return written === 'done' ? receiptAnswer(202, receipt) : 'conflict';
}

/** `nothing-to-do` for a journey that is closed, or on hold for the same reason. */
async function hold(
  deps: EhrDeps,
  { sender, messageId }: Received,
  journeyId: string,
  reason: string,
  items: readonly Alongside[],
): Promise<'held' | 'nothing-to-do' | 'conflict'> {
  const store: JourneyStore = {
    ...deps.store,
    commit: async (commit) => {
      const result = await deps.store.commit({ ...commit, alongside: items });
      // Trying again helps when the journey had moved on, not when this very message was answered meanwhile.
      if (result === 'conflict' && (await deps.messages.receipt(sender, messageId)) !== undefined) {
        throw new AnsweredMeanwhile();
      }
      return result;
    },
  };
  try {
    const outcome = await changeJourney({ ...deps, store }, journeyId, (scribe) => {
      const { closed, holds } = scribe.state;
      const same = holds.some((each) => each.until === undefined && each.reason === reason);
      if (closed !== undefined || same) return ok({ value: 'nothing-to-do' as const });
      scribe.write('journey.held', { reason }, { kind: 'sender', id: sender });
      return ok({ value: 'held' as const });
    });
    if (outcome.ok) return outcome.value;
    throw new Fault(`Journey ${journeyId}: the order leads to it, but ${outcome.refusal.message}`);
  } catch (error) {
    if (error instanceof AnsweredMeanwhile) return 'conflict';
    throw error;
  }
}
