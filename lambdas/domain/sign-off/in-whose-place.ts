import { roleOf } from '../journey/role-of.ts';
import type { JourneyState, StepState } from '../journey/state.ts';
import type { Delegation } from '../staff/delegation.ts';
import { asLine, handedOver, type Reader, rolesHeld } from '../worklist/reader.ts';
import { inPlaceAt, mayOpen } from './may-open.ts';

/** Somebody in whose place a reader acts at a step. */
interface InPlace {
  readonly by: string;
  readonly until: string;
  /** Nothing is left to the reader in their own right. */
  readonly isOnlyWay: boolean;
}

/** In whose place a reader may sign, record or acknowledge at a step: each person once, by what they handed over for longest. */
export function inWhosePlace(state: JourneyState, step: StepState, reader: Reader): readonly InPlace[] {
  const ownWay = step.assignedTo === undefined && rolesHeld(reader).includes(roleOf(state, step));
  const toSign = handedOver(reader, state.id, asLine(state, step)).map(({ by }) => by);
  const opensAsThemselves = mayOpen(state, step, { ...reader, standsIn: [] });
  return eachOnce(inPlaceAt(state, step, reader)).map(({ by, until }) => ({
    by,
    until,
    // Whoever cannot sign for anybody is there to acknowledge or report, which many may in their own right.
    isOnlyWay: toSign.length === 0 ? !opensAsThemselves : !ownWay && toSign.includes(by),
  }));
}

const eachOnce = (all: readonly Delegation[]): readonly Delegation[] => [
  ...new Map(all.toSorted((one, other) => (one.until < other.until ? -1 : 1)).map((one) => [one.by, one])).values(),
];
