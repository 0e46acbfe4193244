import type { JourneyState } from '../journey/state.ts';
import type { Protocol } from '../protocol/schema.ts';
import { collectionItems, shipmentItems } from './collection-items.ts';
import { PLAN_ITEMS, type PlanItem } from './plan-item.ts';
import { deliveryItems, productDates, readyItems } from './product-items.ts';
import { treatmentItems } from './treatment-items.ts';
import { visitItems } from './visit-items.ts';

/**
 * The plan of a journey: what was done and what is to come, in the order of the course. A pure function of log and protocol.
 * A date a person stated stands while it keeps its lead time after the date it depends on; one that no longer does is derived
 * anew. Where the course has ended only what was done is left.
 */
export function planOf(state: JourneyState, protocol: Protocol): readonly PlanItem[] {
  if (state.qualityCase !== undefined) return [];
  const product = productDates(state, protocol);
  const items = [
    ...collectionItems(state),
    ...shipmentItems(state, protocol),
    ...readyItems(state, product),
    ...deliveryItems(state, product),
    ...treatmentItems(state, protocol, product),
    ...visitItems(state, protocol),
  ];
  const isOver = state.closing !== undefined || state.closed !== undefined;
  return items
    .filter(({ basis }) => basis === 'done' || !isOver)
    .toSorted((one, other) => place(one) - place(other) || one.number - other.number);
}

const place = ({ item }: PlanItem): number => PLAN_ITEMS.indexOf(item);
