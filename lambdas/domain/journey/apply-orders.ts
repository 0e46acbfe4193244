import type { UnsealedEvent } from '../events/journey-event.ts';
import type { OrderRecord } from './orders.ts';
import type { JourneyState } from './state.ts';

type OrderEventType = 'order.received' | 'order.withdrawn' | 'order.linked' | 'order.set-apart';

/** The state after an event about an order that came while the journey was open. */
export const orderAppliers: {
  readonly [T in OrderEventType]: (state: JourneyState, event: UnsealedEvent<T>) => JourneyState;
} = {
  'order.received': (state, { seq, data }) => {
    const { policy, ...site } = data.site;
    const record = { ...data, seq, site: policy === undefined ? site : { ...site, policy } };
    return { ...state, orders: [...state.orders, record] };
  },
  'order.withdrawn': (state, { data }) => onOrder(state, data.order, { withdrawnAs: data.status }),
  'order.linked': (state, { data: { order, sender, messageId } }) => ({
    ...onOrder(state, order, { verdict: 'linked' }),
    order: { sender, messageId, ...state.order },
  }),
  'order.set-apart': (state, { data }) => onOrder(state, data.order, { verdict: 'set-apart' }),
};

/** Changes the newest record of an order number. */
function onOrder(
  state: JourneyState,
  order: string,
  change: Partial<Pick<OrderRecord, 'withdrawnAs' | 'verdict'>>,
): JourneyState {
  const newest = state.orders.findLastIndex((record) => record.order === order);
  return { ...state, orders: state.orders.map((record, at) => (at === newest ? { ...record, ...change } : record)) };
}
