import { correctionsNow } from '../journey/corrected.ts';
import { type GateAt, type ReadOfCorrection, readOf } from '../journey/read-of-correction.ts';
import type { Corrected, JourneyState } from '../journey/state.ts';
import type { StepName } from '../vocabulary.ts';

/** One correction as an inspector reads it: what was signed, what is stated since, and everything that read it. */
export interface CorrectionLine
  extends Pick<Corrected, 'seq' | 'of' | 'what' | 'path' | 'from' | 'to' | 'at' | 'reason'> {
  readonly step: StepName;
  readonly by: string;
  readonly signedAgain: boolean;
  /** A limit that would allow more: until it is signed no clock and no gate reads it. */
  readonly waits: boolean;
  /** By name; missing where the event is of a release that did not keep it. */
  readonly gatesReopened?: readonly GateAt[];
  /** Corrected since: the verdict stands. */
  readonly gatesThatStand?: readonly GateAt[];
  readonly clocksMoved?: readonly string[];
  readonly clocksThatStand?: readonly string[];
  /** Made from the value as it was. */
  readonly documents?: readonly string[];
}

export interface Corrections {
  readonly schemaVersion: 1;
  /** Oldest first. */
  readonly lines: readonly CorrectionLine[];
}

/** Undefined where nothing was corrected. */
export function correctionsIn(state: JourneyState): Corrections | undefined {
  const lines = linesOf(state);
  return lines.length === 0 ? undefined : { schemaVersion: 1, lines };
}

const linesOf = (state: JourneyState): readonly CorrectionLine[] =>
  correctionsNow(state).flatMap((one) => {
    const { seq, of, key, what, path, from, to, at, reason, by, signedAgain, waits, readBy } = one;
    const step = state.steps[key]?.step;
    if (step === undefined) return [];
    const where = { seq, of, step, what, ...(path === undefined ? {} : { path }) };
    const read = readBy === undefined ? {} : named(readOf(one));
    return [{ ...where, from, to, by: by.id, at, reason, signedAgain, waits, ...read }];
  });

const named = ({ gatesChanged, gatesStand, clocksMoved, clocksStand, documents }: ReadOfCorrection) => ({
  gatesReopened: gatesChanged,
  gatesThatStand: gatesStand,
  clocksMoved,
  clocksThatStand: clocksStand,
  documents,
});
