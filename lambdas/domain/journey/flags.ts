import { FLAGS, type Flag } from '../vocabulary.ts';
import { ofState } from './of-state.ts';
import { reportsOf, stepsNamed } from './state.ts';

/** The flags raised and not cleared since. A reassessment that found the patient unfit raises all of them. */
export const raisedFlags = ofState((state): ReadonlySet<Flag> => {
  const clearedAt = Math.max(
    0,
    ...stepsNamed(state, 'Review the flags').flatMap(({ decision }) =>
      decision?.decision === 'cleared' ? [decision.seq] : [],
    ),
  );
  const reported = reportsOf(state, 'flags-raised')
    .filter(({ seq }) => seq > clearedAt)
    .flatMap(({ values }) => FLAGS.filter((flag) => (values.flags as readonly unknown[]).includes(flag)));
  const found = stepsNamed(state, 'Reassess the patient').some(
    ({ decision }) => decision?.decision === 'deteriorated' && decision.seq > clearedAt,
  );
  return new Set([...reported, ...(found ? FLAGS : [])]);
});
