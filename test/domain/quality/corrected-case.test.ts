import { expect, test } from 'vitest';
import { changeAt } from '../../support/cases.ts';

test('a case is held and resumed, what was signed in it is corrected and signed again, and its run is renewed', () => {
  const walk = changeAt('Check that the change works');
  walk.command('hold');
  walk.command('resume');
  const { decision } = walk.journey.step('Implement the change');
  walk.command('correct', { seq: decision?.seq, evidence: { path: 'implementedOn', to: '2026-11-22' } });
  walk.decide('Sign the correction');
  walk.runTo('2028-03-01T08:00:00.000Z');
  const { anomalies, run } = walk.journey.state;
  expect({ anomalies, run }).toEqual({ anomalies: [], run: 2 });
});
