import type { StatedValue } from '../events/data.ts';
import type { Actor } from '../events/envelope.ts';
import type { UnsealedEvent } from '../events/journey-event.ts';
import { withValueAt } from './corrected-evidence.ts';
import { type Corrected, type Decision, type JourneyState, type StepKey, type StepState, stepKey } from './state.ts';

/** What of a step was signed by the event `seq`, as it was then. */
interface Signed {
  readonly key: StepKey;
  readonly what: string;
  readonly doneBy: Actor;
  readonly at: string;
}

function signedBy(state: JourneyState, seq: number): Signed | undefined {
  for (const { key, decision, checklist } of Object.values(state.steps)) {
    if (decision?.seq === seq) return { key, what: decision.decision, doneBy: decision.by, at: decision.occurredAt.at };
    const found = Object.entries(checklist).find(([, entry]) => entry.seq === seq);
    if (found !== undefined) return { key, what: found[0], doneBy: found[1].by, at: found[1].occurredAt.at };
  }
  return undefined;
}

/** The same journey, which keeps what the event corrects and what stood there before. */
export function keepCorrected(state: JourneyState, event: UnsealedEvent<'time.corrected'>): JourneyState['corrected'] {
  const { seq, by, recordedAt, data } = event;
  const signed = signedBy(state, data.seq);
  if (signed === undefined) return state.corrected;
  const { at, ...about } = signed;
  const corrected: Corrected = {
    seq,
    of: data.seq,
    ...about,
    ...(data.evidence ?? { from: state.corrections[data.seq]?.at ?? at, to: data.occurredAt.at }),
    by,
    at: recordedAt,
    reason: data.reason,
    moved: data.changes.map(({ clock }) => clock),
    ...(data.readBy === undefined ? {} : { readBy: data.readBy }),
  };
  return { ...state.corrected, [seq]: corrected };
}

/** What a signature of a correction is about, or undefined for any other step. */
export function correctedFor(
  state: JourneyState,
  { phase, round }: Pick<StepState, 'phase' | 'round'>,
): Corrected | undefined {
  if (phase !== 'Correction') return undefined;
  const about = state.phases.find((record) => record.phase === phase && record.round === round)?.about;
  return about === undefined ? undefined : state.corrected[about];
}

/** The step whose record a signature at this one is about: of a correction, the step that was corrected. */
export const stepSigned = (state: JourneyState, step: StepState): StepState =>
  state.steps[correctedFor(state, step)?.key ?? ''] ?? step;

/** Corrections of the same value before this one, oldest first: this one supersedes them. */
export const supersededBy = ({ corrected }: JourneyState, { of, path, seq }: Corrected): readonly Corrected[] =>
  Object.values(corrected).filter((one) => one.of === of && one.path === path && one.seq < seq);

/** What is stated where a limit that would allow more waits to be signed; undefined where what stands is what is stated. */
export const waitingFor = (state: JourneyState, of: number, path: string): StatedValue | undefined =>
  waiting(state, { of, path })?.to;

function waiting(state: JourneyState, { of, path }: Pick<Corrected, 'of' | 'path'>): Corrected | undefined {
  const newest = Object.values(state.corrected).findLast((one) => one.of === of && one.path === path);
  return newest?.counts === 'once-signed' && signatureUnder(state, newest) === undefined ? newest : undefined;
}

/** What the event `of` recorded, as it is stated now: with what waits to be signed. */
export const asStated = <Values>(state: JourneyState, of: number, values: Values): Values =>
  Object.values(state.corrected).reduce((stated, { of: about, path }) => {
    const to = about === of && path !== undefined ? waitingFor(state, of, path) : undefined;
    return to === undefined || path === undefined ? stated : withValueAt(stated, path, to);
  }, values);

/** What was signed last where this correction says otherwise. */
export function signedBefore(state: JourneyState, newest: Corrected): StatedValue {
  const earlier = supersededBy(state, newest);
  const signed = earlier.findLast((one) => signatureUnder(state, one) !== undefined);
  return signed?.to ?? earlier[0]?.from ?? newest.from;
}

/** A correction as it stands. */
export interface CorrectionNow extends Corrected {
  /** Somebody has signed it, or one that supersedes it. */
  readonly signedAgain: boolean;
  /** No clock and no gate reads it before it is signed. */
  readonly waits: boolean;
}

/** Corrections of a step, oldest first. */
export const correctionsOf = (state: JourneyState, { key }: Pick<StepState, 'key'>): readonly CorrectionNow[] =>
  correctionsNow(state).filter((one) => one.key === key);

/** Every correction, oldest first. */
export const correctionsNow = (state: JourneyState): readonly CorrectionNow[] =>
  Object.values(state.corrected).map((one) => ({
    ...one,
    signedAgain: isSignedAgain(state, one),
    waits: waiting(state, one)?.seq === one.seq,
  }));

const isSignedAgain = (state: JourneyState, { of, path, seq }: Corrected): boolean =>
  Object.values(state.corrected).some(
    (one) => one.of === of && one.path === path && one.seq >= seq && signatureUnder(state, one) !== undefined,
  );

/** Who signed again what the event `seq` recorded, as corrected since. */
export const signersAgain = (state: JourneyState, seq: number): readonly Actor[] =>
  Object.values(state.corrected).flatMap((one) => (one.of === seq ? (signatureUnder(state, one)?.by ?? []) : []));

function signatureUnder({ phases, steps }: JourneyState, { seq }: Corrected): Decision | undefined {
  const asked = phases.find(({ phase, about }) => phase === 'Correction' && about === seq);
  const key = asked && stepKey({ phase: asked.phase, round: asked.round, step: 'Sign the correction' });
  const decision = key === undefined ? undefined : steps[key]?.decision;
  return decision?.decision === 'signed' ? decision : undefined;
}
