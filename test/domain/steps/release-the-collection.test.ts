import { expect, test } from 'vitest';
import { holdBeforeShipment, leastCells } from '../../../lambdas/domain/protocol/accessors.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { SITE } from '../../support/builders.ts';
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

const DONATION = 'A999926000001';

test.each([
  ['another donation', { donationNumber: 'A999926000002' }, 'not-as-collected'],
  ['the sequence of another donation', { donationSequence: 'DE009999A999926000002' }, 'not-as-collected'],
  ['another day', { collectedOn: '2026-01-01' }, 'not-as-collected'],
  ['a product for others', { productCode: 'S1127V00' }, 'not-autologous'],
])('a bag whose label says %s is not released', (_, label, name) => {
  const { sign } = atRelease();
  const good = { donationNumber: DONATION };
  const bagLabels = [good, { ...good, ...label }];
  expect(sign('released', { bagLabels })).toMatchObject(problem(name));
  expect(sign('released-under-target', { bagLabels })).toMatchObject(problem(name));
});

test('a label is compared as a value, in whatever form it was scanned or typed', () => {
  const { walk, sign } = atRelease();
  const { endedAt } = walk.journey.step('Record apheresis').decision?.evidence ?? {};
  const label = {
    donationNumber: `=${DONATION}00`,
    productCode: '=<S1127100',
    collectedOn: String(endedAt).slice(0, 10),
    donationSequence: `SEC: DE009999${DONATION} A00S11270A000000000`,
  };
  expect(sign('released', { bagLabels: [] })).toMatchObject({ refusal: { code: 'invalid' } });
  expect(sign('released', { bagLabels: [label] }).ok).toBe(true);
  expect(walk.journey.step('Release the collection').decision?.evidence.bagLabels).toEqual([
    { ...label, donationNumber: DONATION, productCode: 'S1127100', donationSequence: `DE009999${DONATION}` },
  ]);
});

test.each(['released', 'released-under-target'])(
  '%s: the material leaves ahead of now, and after its longest wait only with the written extension of its maker',
  (decision) => {
    const { walk, sign } = atRelease();
    const ended = String(walk.journey.step('Record apheresis').decision?.evidence.endedAt);
    const hold = holdBeforeShipment(walk.journey.protocol) ?? '';
    const latest = plus(ended, hold, SITE.zone);
    const late = plus(latest, 'PT1S', 'UTC');
    expect(sign(decision, { mustLeaveBy: '2016-12-10T08:00:00.000Z' })).toMatchObject(problem('not-ahead'));
    expect(sign(decision, { mustLeaveBy: plus(late, 'P300D', 'UTC') })).toMatchObject(problem('held-too-long'));
    expect(sign(decision, { mustLeaveBy: late })).toMatchObject(problem('held-too-long'));
    expect(sign(decision, { mustLeaveBy: late, makerExtension: 'extension 1' }).ok).toBe(true);
    const again = atRelease();
    expect(again.sign(decision, { mustLeaveBy: latest }).ok).toBe(true);
  },
);
