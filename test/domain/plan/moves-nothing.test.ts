import { expect, test } from 'vitest';
import { apply } from '../../../lambdas/domain/journey/apply.ts';
import type { JourneyState } from '../../../lambdas/domain/journey/state.ts';
import { planOf } from '../../../lambdas/domain/plan/plan.ts';
import { inDiaries, MOVES_NOTHING } from '../../../lambdas/domain/plan/replan.ts';
import { WITHOUT_COLLECTION } from '../../support/builders.ts';
import { Walk } from '../../support/walk.ts';

const remade = new Walk();
remade.to('Follow the manufacture');
remade.decide('Follow the manufacture', 'failed');
remade.to('Give GO for conditioning');

const given = new Walk();
given.toFollowUp();

const withoutCollection = new Walk({ protocol: WITHOUT_COLLECTION });
withoutCollection.to('Confirm GO for thaw');

test.each([
  ['that was remade', remade],
  ['that was given', given],
  ['without a collection', withoutCollection],
])('what is said to move no date moves none, whatever a course %s comes to', (_name, { journey }) => {
  let state: JourneyState | undefined;
  const seen = new Set<string>();
  for (const event of journey.events) {
    const before = state;
    state = apply(before, event);
    if (before === undefined || state === undefined || !MOVES_NOTHING.has(event.type)) continue;
    seen.add(event.type);
    const [planned, were] = [state, before].map((one) => inDiaries(planOf(one, journey.protocol)));
    expect([event.type, event.seq, planned]).toEqual([event.type, event.seq, were]);
  }
  expect([...seen]).toContain('step.opened');
});
