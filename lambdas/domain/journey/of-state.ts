import type { Protocol } from '../protocol/schema.ts';
import type { JourneyState, StepState } from './state.ts';

/**
 * A pure function of a journey that remembers its answer: a state never changes, and one request asks the same of it many
 * times. What is asked of two, before and after a commit, is all that is kept.
 */
export function ofState<Answer>(reckon: (state: JourneyState) => Answer): (state: JourneyState) => Answer {
  let newest: Reckoned<Answer> | undefined;
  let before: Reckoned<Answer> | undefined;
  return (state) => {
    if (newest?.state === state) return newest.answer;
    if (before?.state === state) return before.answer;
    const answer = reckon(state);
    before = newest;
    newest = { state, answer };
    return answer;
  };
}

interface Reckoned<Answer> {
  readonly state: JourneyState;
  readonly answer: Answer;
}

/** The same of one step of it under its protocol. */
export function ofStep<Answer>(
  reckon: (state: JourneyState, step: StepState, protocol: Protocol) => Answer,
): (state: JourneyState, step: StepState, protocol: Protocol) => Answer {
  const answers = ofState(() => new Map<StepState, { readonly protocol: Protocol; readonly answer: Answer }>());
  return (state, step, protocol) => {
    const known = answers(state).get(step);
    if (known?.protocol === protocol) return known.answer;
    const answer = reckon(state, step, protocol);
    answers(state).set(step, { protocol, answer });
    return answer;
  };
}
