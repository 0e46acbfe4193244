import { type Leg, shipmentStep } from '../../journey/custody.ts';
import type { JourneyState } from '../../journey/state.ts';
import { type Gate, type GateContext, OPEN } from '../gate.ts';
import { judgeFound } from './judge-found.ts';
import { namedIn, textIn } from './named.ts';

/** What travels with a shipment, by the field that names it. */
type Travels = 'shipper' | 'logger';

const NAMES = { shipper: 'shipper-qualified', logger: 'logger-in-date' } as const;

/** By what is recorded now, else by the hand-over of the newest shipment of this leg. */
const named = ({ state, evidence }: GateContext, leg: Leg, what: Travels): string | undefined =>
  textIn(evidence, what) ?? textIn(handedOver(state, leg), what);

const handedOver = (state: JourneyState, leg: Leg): Readonly<Record<string, unknown>> =>
  shipmentStep(state, leg)?.checklist['handed-over']?.values ?? {};

/**
 * The shipper, or the logger in it, is in use and in date (clinical-pathway 1.11, 3.4). What brings the product belongs to others: of
 * that only what our register knows is judged.
 */
export const shipperQualified = (leg: Leg, what: Travels): Gate => ({
  name: NAMES[what],
  class: 'emergency-continuation',
  registers: ['shippers'],
  judge(context) {
    const given = named(context, leg, what);
    return judgeFound(context, {
      register: 'shippers',
      find: (entries) => (given === undefined ? undefined : namedIn(entries, given)),
      missing:
        leg === 'inbound'
          ? undefined
          : `${what === 'shipper' ? 'Shipper' : 'Logger'}: ${given ?? 'none named'}, which is not in the register of shippers.`,
    });
  },
  foresee: () => OPEN,
});
