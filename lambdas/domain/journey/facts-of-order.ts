import { listed, type MaybeFact } from './fact.ts';
import { claimOf } from './identity-claims.ts';
import type { JourneyState, StepState } from './state.ts';

/** What is known of the order a step asks to match, or of the message that says otherwise who the patient is: never what it says. */
export function orderFacts(state: JourneyState, step: StepState): readonly MaybeFact[] {
  const { phase, round } = step;
  const claim = claimOf(state, step);
  if (claim !== undefined) {
    return [
      ['identityDiffers', listed(claim.differs)],
      ['orderSender', claim.sender],
      ['orderMessage', claim.messageId],
      ['orderEvent', claim.eventId],
    ];
  }
  if (phase !== 'OrderMatch') return [];
  const about = state.phases.find((record) => record.phase === phase && record.round === round)?.about;
  const order = state.orders.find(({ seq }) => seq === about);
  if (order === undefined) return [];
  return [
    ['orderSender', order.sender],
    ['orderMessage', order.messageId],
    ['orderEvent', order.eventId],
    ['orderedAt', order.orderedAt],
    ['orderSite', order.site.id],
    ['orderWithdrawn', order.withdrawnAs],
  ];
}
