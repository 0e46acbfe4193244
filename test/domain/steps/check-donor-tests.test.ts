import { expect, test } from 'vitest';
import { factsOf } from '../../../lambdas/domain/journey/facts.ts';
import { afterPositiveMarker } from '../../../lambdas/domain/protocol/accessors.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { Walk } from '../../support/walk.ts';

const MARKERS = { hiv: 'negative', hbsAg: 'positive', antiHbc: 'negative', hcv: 'negative', syphilis: 'negative' };
const positive = { markers: MARKERS, makerDecision: 'decision 4' };

function signing(walk: Walk, name: StepName, decision: string) {
  const step = walk.to(name);
  return (more: object) =>
    walk.journey.sign(step, decision, { evidence: { ...evidenceOf(step, decision, walk.journey), ...more } });
}
const refused = (path: string, problem: string) => ({
  refusal: { code: 'invalid', detail: { path: `evidence.${path}`, problem } },
});

test('a positive marker needs the decision of the maker, and the refusal says what the protocol says', () => {
  const walk = new Walk();
  const sign = signing(walk, 'Check donor tests', 'tested');
  const rule = afterPositiveMarker(walk.journey.protocol) ?? '';
  const withoutDecision = sign({ markers: MARKERS });
  expect(withoutDecision).toMatchObject(refused('makerDecision', 'maker-decision-missing'));
  expect(withoutDecision).toMatchObject({ refusal: { message: expect.stringContaining(rule) } });
  expect(sign(positive).ok).toBe(true);
});

test.each(['released', 'released-under-target'])(
  'material of a donor with a positive marker is not %s unless marked and stored apart',
  (decision) => {
    const walk = new Walk();
    expect(signing(walk, 'Check donor tests', 'tested')(positive).ok).toBe(true);
    walk.machines.deliver();
    const sign = signing(walk, 'Release the collection', decision);
    const step = walk.journey.step('Release the collection');
    expect(factsOf(walk.journey.state, step, walk.journey.protocol)).toContainEqual({
      label: 'afterPositiveMarker',
      value: afterPositiveMarker(walk.journey.protocol),
    });
    expect(sign({})).toMatchObject(refused('biohazardMarked', 'donor-positive'));
    expect(sign({ biohazardMarked: true })).toMatchObject(refused('storedApart', 'donor-positive'));
    expect(sign({ biohazardMarked: true, storedApart: true }).ok).toBe(true);
  },
);
