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
import { plus } from '../time.ts';
import { closed, type Gate, type GateContext, OPEN, type Verdict } from './gate.ts';

/** What is about to be recorded of a shipment, beside what was recorded before. */
function told(leg: Leg, { state, evidence, now: at }: GateContext): Shipment {
  const left = handedOver.safeParse(evidence);
  const came = arrived().safeParse(evidence);
  return {
    ...shipmentOf(state, leg, shipmentStep(state, leg)),
    ...(left.success ? { left: { ...left.data, at } } : {}),
    ...(came.success ? { came: { ...came.data, at } } : {}),
  };
}

/** The shipment as it would be were it handed over, or did it arrive, at this moment and otherwise in order. */
function ifNow(leg: Leg, { state, now: at }: GateContext): Shipment {
  const known = shipmentOf(state, leg, shipmentStep(state, leg));
  const left = known.left ?? { containers: [], qualifiedUntil: plus(at, 'PT1H', state.site.zone), at };
  return { leg, left, came: known.came ?? { sealIntact: true, lowestTemperature: 0, highestTemperature: 0, at } };
}

/** What time alone can show. */
const OF_TIME: readonly CustodyFault[] = ['qualification', 'departure', 'order'];

/** The documents of a shipment show it within its limits of temperature, time and integrity, with what it should hold. */
export function custodyInOrder(leg: Leg, fault: CustodyFault): Gate {
  const judged = (shipment: Shipment, context: GateContext): Verdict => {
    const reason = custodyFault(fault, shipment, context);
    // What an earlier document of the shipment showed was noticed then.
    const known = shipmentOf(context.state, leg, shipmentStep(context.state, leg));
    return reason === undefined || custodyFault(fault, known, context) !== undefined ? OPEN : closed(reason);
  };
  return {
    name: `custody-${fault}`,
    class: 'never',
    byTime: OF_TIME.includes(fault),
    judge: (context) => judged(told(leg, context), context),
    foresee: (context) => (OF_TIME.includes(fault) ? judged(ifNow(leg, context), context) : OPEN),
  };
}
