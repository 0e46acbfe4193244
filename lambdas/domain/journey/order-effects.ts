import type { JourneyEvent } from '../events/journey-event.ts';
import type { Effect } from './effects.ts';
import { orderRecordOf } from './orders.ts';
import type { JourneyState } from './state.ts';

/** What is to be done in the world because of an event about an order that came while the journey was open. */
export function orderEffects(state: JourneyState, event: JourneyEvent): readonly Effect[] {
  switch (event.type) {
    case 'order.linked':
      return [told(event, 'Journey order linked')];
    case 'order.set-apart': {
      const record = orderRecordOf(state, event.data.order);
      return record === undefined ? [] : [{ kind: 'open', order: record.seq }];
    }
    case 'phase.ended':
      return event.data.phase === 'OrderMatch' && event.data.outcome !== 'settled' ? unmatched(state, event) : [];
    default:
      return [];
  }
}

/** The sender knows the message by the event id it was answered with. */
const told = (event: JourneyEvent<'order.linked'>, detailType: string): Effect => {
  const { journeyId, seq, recordedAt, data } = event;
  return {
    kind: 'publish',
    detailType,
    detail: { schemaVersion: 1, journeyId, seq, recordedAt, eventId: data.eventId },
  };
};

/** The journey ended before anybody had matched the order: it is not lost with it, but waits as any message does. */
function unmatched(state: JourneyState, { data: { round } }: JourneyEvent<'phase.ended'>): readonly Effect[] {
  const record = state.phases.find(({ phase, round: one }) => phase === 'OrderMatch' && one === round);
  const order = state.orders.find(({ seq }) => seq === record?.about);
  if (order === undefined || order.verdict !== undefined) return [];
  const { eventId, sender } = order;
  const { id: site, zone } = state.site;
  return [
    {
      kind: 'mail',
      notice: { about: 'message', eventId, sender, site, zone, class: 'due', to: ['coordinator'] },
    },
  ];
}
