import type { JourneyState } from './state.ts';

/** A pure function of a journey that remembers its answer: a state never changes, and one request asks the same of it many times. */
export function ofState<Answer>(reckon: (state: JourneyState) => Answer): (state: JourneyState) => Answer {
  const known = new WeakMap<JourneyState, { readonly answer: Answer }>();
  return (state) => {
    const found = known.get(state);
    if (found !== undefined) return found.answer;
    const answer = reckon(state);
    known.set(state, { answer });
    return answer;
  };
}
