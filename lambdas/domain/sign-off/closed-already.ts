import { exempted } from '../gates/exempted.ts';
import { asForeseen, closedAnyway, type Gate, type GateContext } from '../gates/gate.ts';
import { isPassable, type PassableGate } from '../gates/gate-class.ts';
import type { StepState } from '../journey/state.ts';
import type { WhyNot } from '../registers/why-not.ts';
import type { ShortShift } from '../shifts/cover.ts';
import { steps } from '../steps/index.ts';
import { competenceGates } from './competence-gate.ts';
import type { Person } from './permission.ts';
import { gatesAsked } from './procedure-gate.ts';

/** What whoever is asked to sign is told before they open the step. */
export interface ClosedAlready {
  /** Gates that somebody can let them pass, with the entry of a register that closes one, or of which it is not known. */
  readonly gates: readonly {
    readonly gate: PassableGate;
    readonly status: 'closed' | 'unknown';
    readonly whyNot?: WhyNot;
    readonly shortShift?: ShortShift;
  }[];
  /** Others are closed as well; why can be clinical, so only the page says it. */
  readonly others: boolean;
}

/** The gates that no evidence could open now, of what a step authorises. Those that only wait for their time are not told. */
export function closedAlready(
  context: Omit<GateContext, 'evidence'>,
  step: StepState,
  reader: Pick<Person, 'id' | 'competence'>,
): ClosedAlready {
  const authorising = Object.values(steps[step.step].decisions).filter(({ kind }) => kind === 'authorise');
  const asked = authorising.flatMap((definition) => [
    ...gatesAsked(step, definition),
    ...competenceGates(step, undefined, reader, {}),
  ]);
  const once = [...new Map(asked.map((gate) => [gate.name, asTold(gate)])).values()];
  const judged = exempted(once, { step, people: [reader] });
  const told = judged.filter((gate) => isPassable(gate.name) || gate.byTime !== true);
  const closed = closedAnyway(told, context);
  return {
    gates: closed.flatMap(({ gate, status, whyNot, shortShift }) =>
      isPassable(gate)
        ? [
            {
              gate,
              status,
              ...(whyNot === undefined ? {} : { whyNot }),
              ...(shortShift === undefined ? {} : { shortShift }),
            },
          ]
        : [],
    ),
    others: closed.some(({ gate }) => !isPassable(gate)),
  };
}

/** A shift is told as it is planned, before anybody has stated another time. */
const asTold = (gate: Gate): Gate => (gate.asksOnDuty === true ? asForeseen(gate) : gate);
