import {
  arrived,
  type CustodyFault,
  custodyFault,
  handedOver,
  type Leg,
  type Shipment,
  shipmentOf,
  shipmentStep,
} from '../journey/custody.ts';
import { closed, type Gate, type GateContext, OPEN } from './gate.ts';

/** What is about to be recorded of a shipment, beside what was recorded before. */
function told(leg: Leg, { state, evidence, now: at }: GateContext): Shipment {
  const left = handedOver.safeParse(evidence);
  const came = arrived.safeParse(evidence);
  return {
    ...shipmentOf(state, leg, shipmentStep(state, leg)),
    ...(left.success ? { left: { ...left.data, at } } : {}),
    ...(came.success ? { came: { ...came.data, at } } : {}),
  };
}

/** The documents of a shipment show it within its limits of temperature, time and integrity, with what it should hold. */
export const custodyInOrder = (leg: Leg, fault: CustodyFault): Gate => ({
  name: `custody-${fault}`,
  class: 'never',
  byTime: fault === 'qualification' || fault === 'departure',
  judge: (context) => {
    const reason = custodyFault(fault, told(leg, context), context);
    return reason === undefined ? OPEN : closed(reason);
  },
});
