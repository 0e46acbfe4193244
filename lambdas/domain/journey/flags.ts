import { FLAGS, type Flag } from '../vocabulary.ts';
import { ofState } from './of-state.ts';
import { reportsOf } from './state.ts';

/** The flags raised and not cleared since. A reassessment that found the patient unfit raises all of them. */
export const raisedFlags = ofState((state): ReadonlySet<Flag> => {
  const decided = Object.values(state.steps).flatMap(({ step, decision }) =>
    decision === undefined ? [] : [{ step, ...decision }],
  );
  const clearedAt = Math.max(
    0,
    ...decided.flatMap(({ step, decision, seq }) =>
      step === 'Review the flags' && decision === 'cleared' ? [seq] : [],
    ),
  );
  const reported = reportsOf(state, 'flags-raised')
    .filter(({ seq }) => seq > clearedAt)
    .flatMap(({ values }) => FLAGS.filter((flag) => (values.flags as readonly unknown[]).includes(flag)));
  const found = decided.some(
    ({ step, decision, seq }) => step === 'Reassess the patient' && decision === 'deteriorated' && seq > clearedAt,
  );
  return new Set([...reported, ...(found ? FLAGS : [])]);
});
