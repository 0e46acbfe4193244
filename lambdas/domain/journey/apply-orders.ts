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
  'order.withdrawn': (state, event) => onOrder(state, event, { withdrawnAs: event.data.status }),
  'order.linked': (state, event) => {
    const { sender, messageId } = event.data;
    const linked = onOrder(state, event, { verdict: 'linked' });
    return linked.orders === state.orders ? linked : { ...linked, order: { sender, messageId, ...state.order } };
  },
  'order.set-apart': (state, event) => onOrder(state, event, { verdict: 'set-apart' }),
};

/** Changes the newest record of an order number, which nobody has judged yet. */
function onOrder(
  state: JourneyState,
  { type, seq, data }: UnsealedEvent<Exclude<OrderEventType, 'order.received'>>,
  change: Partial<Pick<OrderRecord, 'withdrawnAs' | 'verdict'>>,
): JourneyState {
  const newest = state.orders.findLastIndex(({ order }) => order === data.order);
  if (state.orders[newest]?.verdict !== undefined || newest === -1) {
    const why = `${type}: the order ${newest === -1 ? 'never came' : 'was judged before'}`;
    return { ...state, anomalies: [...state.anomalies, { seq, why }] };
  }
  return { ...state, orders: state.orders.map((record, at) => (at === newest ? { ...record, ...change } : record)) };
}
