import type { StepName } from '../vocabulary.ts';
import { type CorrectionNow, correctionsNow } from './corrected.ts';
import type { Corrected, JourneyState, StepState } from './state.ts';

/** What read a value that was corrected: what it changed there, and what stands. Clocks and documents by name. */
export interface ReadOfCorrection {
  readonly gatesChanged: readonly GateAt[];
  readonly gatesStand: readonly GateAt[];
  readonly clocksMoved: readonly string[];
  readonly clocksStand: readonly string[];
  readonly documents: readonly string[];
}

export interface GateAt {
  readonly gate: string;
  readonly step: StepName;
}

/** Of a limit that waits to be signed: what would change by it. */
export function readOf({ readBy, moved }: Pick<Corrected, 'readBy' | 'moved'>): ReadOfCorrection {
  const { gates = [], clocks = [], documents = [] } = readBy ?? {};
  const names = (at: readonly (typeof gates)[number][]): readonly GateAt[] =>
    at.map(({ gate, step }) => ({ gate, step }));
  const changed = gates.filter(({ was, is }) => was !== is);
  const isChanged = ({ gate, phase, round, step }: (typeof gates)[number]): boolean =>
    changed.some((one) => one.gate === gate && one.phase === phase && one.round === round && one.step === step);
  return {
    gatesChanged: names(changed),
    gatesStand: names(gates.filter((one) => !isChanged(one))),
    clocksMoved: [...new Set([...moved, ...clocks.filter(({ from, to }) => from !== to).map(({ clock }) => clock)])],
    clocksStand: clocks.filter(({ from, to }) => from === to).map(({ clock }) => clock),
    documents: [...new Set(documents.map(({ document }) => document))],
  };
}

/** Corrections of other steps, by which a gate was asked here or from which a document was made here: this one stands, and says so. */
export function correctedSince(
  state: JourneyState,
  { key, phase, round, step }: StepState,
): readonly (CorrectionNow & { readonly gatesHere: readonly string[] })[] {
  const isHere = (one: Pick<StepState, 'phase' | 'round' | 'step'>): boolean =>
    one.phase === phase && one.round === round && one.step === step;
  return correctionsNow(state).flatMap((one) => {
    const { gates = [], documents = [] } = one.readBy ?? {};
    const here = gates.filter(isHere);
    if (one.key === key || (here.length === 0 && !documents.some(isHere))) return [];
    return [{ ...one, gatesHere: [...new Set(here.map(({ gate }) => gate))] }];
  });
}
