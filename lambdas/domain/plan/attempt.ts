import { movedSince } from '../journey/dates.ts';
import { ofState } from '../journey/of-state.ts';
import { isRemake } from '../journey/product.ts';
import {
  activePhases,
  type ChecklistEntry,
  type Decision,
  type JourneyState,
  type PhaseRecord,
  stepKey,
  stepsNamed,
} from '../journey/state.ts';
import { type Instant, instantIn } from '../time.ts';
import type { PhaseName, StepName } from '../vocabulary.ts';

/** The attempt at a product that goes on now: it begins anew with each order, collection or manufacture. */
const BEGINS: readonly PhaseName[] = ['Order', 'Collection', 'Manufacturing'];

/** What the present attempt is about: phases entered since it began, newest first. */
function sinceItBegan({ phases }: JourneyState): readonly PhaseRecord[] {
  return phases.slice(phases.findLastIndex(({ phase }) => BEGINS.includes(phase))).toReversed();
}

/** The newest round of a phase in the present attempt; undefined where it was not entered yet. */
export const roundInAttempt = (state: JourneyState, name: PhaseName): PhaseRecord | undefined =>
  sinceItBegan(state).find(({ phase }) => phase === name);

/** The newest decision of this name on a step in the present attempt. */
export function decidedInAttempt(
  state: JourneyState,
  phase: PhaseName,
  step: StepName,
  ...names: readonly string[]
): Decision | undefined {
  const rounds = sinceItBegan(state).filter((record) => record.phase === phase);
  return rounds
    .map(({ round }) => state.steps[stepKey({ phase, round, step })]?.decision)
    .find((decision) => decision !== undefined && names.includes(decision.decision));
}

/** Every decision of these names on a step, in any round, oldest first. */
export const everyDecided = (state: JourneyState, name: StepName, ...names: readonly string[]): readonly Decision[] =>
  stepsNamed(state, name)
    .flatMap(({ decision }) => (decision !== undefined && names.includes(decision.decision) ? [decision] : []))
    .toSorted((one, other) => one.seq - other.seq);

/** Every entry of an item in the checklists of a step, in any round, oldest first. */
export const everyRecorded = (state: JourneyState, name: StepName, item: string): readonly ChecklistEntry[] =>
  stepsNamed(state, name)
    .flatMap(({ checklist }) => checklist[item] ?? [])
    .toSorted((one, other) => one.seq - other.seq);

/** The entry of an item in the newest round of this phase in the present attempt. */
export function recordedInAttempt(
  state: JourneyState,
  phase: PhaseName,
  step: StepName,
  item: string,
): ChecklistEntry | undefined {
  const round = roundInAttempt(state, phase)?.round;
  return round === undefined ? undefined : state.steps[stepKey({ phase, round, step })]?.checklist[item];
}

/** The slots as booked for the present attempt; undefined before, when the booking was lost, and for a remake. */
export const bookingOf = ofState((state): Decision | undefined => {
  const collection = state.phases.findLast(({ phase }) => phase === 'Order' || phase === 'Collection');
  if (collection?.phase !== 'Collection' || collection.outcome === 'rebook' || isRemake(state)) return undefined;
  const { phase, round } = collection;
  const booked = state.steps[stepKey({ phase, round, step: 'Book the slots' })]?.decision;
  return booked?.decision === 'booked' ? booked : undefined;
});

/** From which event on a person speaks of the present attempt: its booking, or the first step of a manufacture without one. */
export function attemptSeq(state: JourneyState): number {
  const booked = bookingOf(state);
  if (booked !== undefined) return booked.seq;
  const begun = sinceItBegan(state).at(-1);
  const opened = Object.values(state.steps)
    .filter(({ phase, round }) => phase === begun?.phase && round === begun.round)
    .map(({ openedSeq }) => openedSeq);
  return opened.length === 0 ? state.seq : Math.min(...opened);
}

/** An instant that was reported for the present attempt, as last moved after `since`. */
export function reportedInstant(
  state: JourneyState,
  name: string,
  since = { seq: attemptSeq(state) },
): Instant | undefined {
  return instantIn(movedSince(state, since, name));
}

/** The instant before which nobody is asked in a phase, while it is deferred. */
export const deferredUntil = (state: JourneyState, name: PhaseName): Instant | undefined =>
  activePhases(state).find(({ phase }) => phase === name)?.notBefore;

/** An instant of evidence; undefined where the evidence has none of this name. */
export function instantOf(evidence: Readonly<Record<string, unknown>> | undefined, name: string): Instant | undefined {
  return instantIn(evidence?.[name]);
}

/** Two instants with which a person planned two dates; undefined unless both are there. */
export function pairOf(
  evidence: Readonly<Record<string, unknown>> | undefined,
  first: string,
  second: string,
): readonly [Instant, Instant] | undefined {
  const [one, other] = [instantOf(evidence, first), instantOf(evidence, second)];
  return one === undefined || other === undefined ? undefined : [one, other];
}
