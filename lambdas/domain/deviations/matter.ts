import { ofState } from '../journey/of-state.ts';
import { type Deviation, decisionIn, type JourneyState, type PhaseRecord } from '../journey/state.ts';
import { DEVIATION_CLASSES, type DeviationClass, gravest } from './deviation-class.ts';
import { isToHandle } from './to-handle.ts';

/**
 * What people handle together: a deviation, and those of its kind at the same step that came before it was triaged. Forty
 * bags that were thawed too late are one matter.
 */
export interface Matter {
  readonly first: Deviation;
  readonly deviations: readonly Deviation[];
  /** Its rounds of the phase *Deviation*, oldest first; another where it was to be investigated again. */
  readonly rounds: readonly PhaseRecord[];
}

/** The matters of a journey, oldest first. */
export const mattersOf = ofState((state): readonly Matter[] => {
  const matters: (Matter & { readonly deviations: Deviation[] })[] = [];
  if (!state.phases.some(({ phase }) => phase === 'Deviation')) return matters;
  for (const deviation of state.deviations) {
    const rounds = state.phases.filter(({ phase, about }) => phase === 'Deviation' && about === deviation.seq);
    if (rounds.length > 0) matters.push({ first: deviation, deviations: [deviation], rounds });
    else if (isToHandle(state, deviation)) joined(state, matters, deviation)?.deviations.push(deviation);
  }
  return matters;
});

const joined = <M extends Matter>(state: JourneyState, matters: readonly M[], { kind, step, seq }: Deviation) =>
  matters.findLast(
    ({ first, rounds }) =>
      first.kind === kind &&
      first.step === step &&
      (decisionIn(state, rounds[0], 'Triage the deviation')?.seq ?? seq) >= seq,
  );

/** What a round of *Deviation* or *Capa* is about. */
export function matterOf(
  state: JourneyState,
  { phase, round }: Pick<PhaseRecord, 'phase' | 'round'>,
): Matter | undefined {
  if (phase !== 'Deviation' && phase !== 'Capa') return undefined;
  const about = state.phases.find((record) => record.phase === phase && record.round === round)?.about;
  return mattersOf(state).find(({ first }) => first.seq === about);
}

/** As changed by the newest triage; else the gravest of those it was opened with. */
export function classOf(state: JourneyState, { deviations, rounds }: Matter): DeviationClass {
  const found = gravest(deviations.map((one) => one.class));
  const triaged = rounds.flatMap((record) => decisionIn(state, record, 'Triage the deviation') ?? []).at(-1);
  if (triaged?.decision === 'closed') return 'minor';
  return DEVIATION_CLASSES.find((one) => one === triaged?.evidence.deviationClass) ?? found;
}

/** By what it is told from others of its kind. */
export const matterLine = ({ first: { kind, seq } }: Matter): string => `deviation ${kind}, opened at seq ${seq}`;

/** Nobody has decided on it yet. */
export const isUndecided = ({ rounds }: Matter): boolean => rounds.at(-1)?.endedAt === undefined;

export const isTriaged = (state: JourneyState, { rounds }: Matter): boolean =>
  decisionIn(state, rounds[0], 'Triage the deviation') !== undefined;

/** Those that somebody has to handle and that no round is about. */
export const unhandled = (state: JourneyState): readonly Deviation[] => {
  const known = new Set(mattersOf(state).flatMap(({ deviations }) => deviations.map(({ seq }) => seq)));
  return state.deviations.filter((one) => !known.has(one.seq) && isToHandle(state, one));
};
