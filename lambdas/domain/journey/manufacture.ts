import { makerTimes } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, instantIn, plus } from '../time.ts';
import { decisionIn, type JourneyState, newestRound, reportsOf, type StepState, stepsNamed } from './state.ts';

/** A date the maker or the hospital named, with the place of its statement in the log: the newest counts. */
interface Stated {
  readonly seq: number;
  readonly at: Instant;
}

const read = (seq: number, value: unknown): readonly Stated[] => {
  const at = instantIn(value);
  return at === undefined ? [] : [{ seq, at }];
};

/** When the maker last said, by the event `until`, that the product of this manufacture will be ready; undefined without a word from it. */
export function statedReadyAt(state: JourneyState, until = state.seq): Instant | undefined {
  const entered = newestRound(state, 'Manufacturing');
  if (entered === undefined) return undefined;
  // What was said about an earlier manufacture says nothing about this one.
  const accepted = decisionIn(state, entered, 'Record acceptance by the maker');
  const followed = stepsNamed(state, 'Follow the manufacture').filter(({ round }) => round === entered.round);
  const stated = [
    ...(accepted === undefined ? [] : read(accepted.seq, accepted.evidence.predictedReadyAt)),
    ...followed.flatMap(({ checklist }) =>
      Object.values(checklist).flatMap(({ seq, values }) => read(seq, values.predictedReadyAt)),
    ),
    ...reportsOf(state, 'dates-moved')
      .filter(({ occurredAt }) => occurredAt.at >= entered.enteredAt)
      .flatMap(({ seq, values }) => read(seq, values.predictedReadyAt)),
  ].filter(({ seq, at }) => seq <= until && at > entered.enteredAt);
  return stated.toSorted((one, other) => other.seq - one.seq)[0]?.at;
}

/** When the maker last said the product will be ready; without a word from it, the protocol's usual time from its entry. */
export function predictedReadyAt(state: JourneyState, protocol: Protocol, until = state.seq): Instant | undefined {
  const entered = newestRound(state, 'Manufacturing');
  if (entered === undefined) return undefined;
  return statedReadyAt(state, until) ?? plus(entered.enteredAt, makerTimes(protocol).predicted, state.site.zone);
}

/** When the maker will have been silent too long: after the last milestone, or after it was asked to be followed. */
export function makerSilentFrom(state: JourneyState, step: StepState, protocol: Protocol): Instant {
  const last = Object.values(step.checklist)
    .map(({ occurredAt }) => occurredAt.at)
    .toSorted()
    .at(-1);
  return plus(last ?? step.askedFrom, makerTimes(protocol).silence, state.site.zone);
}
