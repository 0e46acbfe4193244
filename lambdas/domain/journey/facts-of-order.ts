import type { MaybeFact } from './fact.ts';
import type { JourneyState, StepState } from './state.ts';

/** What is known of the order a step asks to match. Its number is in the hospital record only. */
export function orderFacts(state: JourneyState, { phase, round }: StepState): readonly MaybeFact[] {
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
