import { expect, test } from 'vitest';
import { leastCells } from '../../../lambdas/domain/protocol/accessors.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { Walk } from '../../support/walk.ts';

function atRelease() {
  const walk = new Walk();
  const step = walk.to('Release the collection');
  const sign = (decision: string, more: Readonly<Record<string, unknown>> = {}) =>
    walk.journey.sign(step, decision, { evidence: { ...evidenceOf(step, decision, walk.journey), ...more } });
  return { walk, sign };
}
const problem = (name: string) => ({ ok: false, refusal: { code: 'invalid', detail: { problem: name } } });

test('under its target a yield is released on the written acceptance of the maker, and not without it', () => {
  const { walk, sign } = atRelease();
  const under = (leastCells(walk.journey.protocol) ?? 0) / 2;
  expect(under).toBeGreaterThan(0);
  expect(sign('released', { nucleatedCells: under })).toMatchObject(problem('under-target'));
  expect(sign('released-under-target', { nucleatedCells: under, makerAcceptance: undefined })).toMatchObject({
    refusal: { code: 'invalid' },
  });
  expect(sign('released-under-target', { nucleatedCells: under }).ok).toBe(true);
});

test.each(['released', 'released-under-target'])(
  '%s: every printed label is attached or destroyed, of the donation collected',
  (decision) => {
    const { sign } = atRelease();
    expect(sign(decision, { labelsDestroyed: 0 })).toMatchObject(problem('labels-not-reconciled'));
    expect(sign(decision, { donationNumber: 'A999926000009' })).toMatchObject(problem('not-as-collected'));
    expect(sign(decision).ok).toBe(true);
  },
);
