import { policyOf } from '../journey/site-policy.ts';
import type { JourneyState } from '../journey/state.ts';
import type { Gate } from './gate.ts';
import { type GateClass, isPassable, stricter } from './gate-class.ts';

/** The class of a gate at the site of a journey: the floor, or what the site made stricter. */
export const classHere = ({ name, class: floor }: Pick<Gate, 'name' | 'class'>, state: JourneyState): GateClass =>
  isPassable(name) ? stricter(floor, policyOf(state).gateClasses?.[name]) : floor === 'hold' ? floor : 'never';
