import { pendingTests } from '../journey/pending-tests.ts';
import { countsForThisProduct } from '../journey/product.ts';
import { latestDecision } from '../journey/state.ts';
import { closed, type Gate, OPEN, unknown } from './gate.ts';

/** Results that were pending at certification are here and passed (E10). */
export const testsPassed: Gate = {
  name: 'tests-passed',
  class: 'never',
  judge: ({ state }) => {
    if (pendingTests(state).length === 0) return OPEN;
    const result = latestDecision(state, 'Record the pending tests');
    if (result === undefined || !countsForThisProduct(state, result)) {
      return unknown('Results of tests that were pending at certification are not here yet.');
    }
    return result.decision === 'passed' ? OPEN : closed('A test that was pending at certification failed.');
  },
};
