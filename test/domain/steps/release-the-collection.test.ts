import { expect, test } from 'vitest';
import { holdBeforeShipment, leastCells } from '../../../lambdas/domain/protocol/accessors.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { PROTOCOL, SITE } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import type { JourneyOptions } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

function atRelease(options: JourneyOptions = {}) {
  const walk = new Walk(options);
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

test('where the protocol has no target, that of the maker with its source is held, or its acceptance; neither is not open', () => {
  const { minCells: _, ...startingMaterial } = PROTOCOL.startingMaterial;
  const { sign } = atRelease({ protocol: { ...PROTOCOL, startingMaterial } });
  const nothing = { targetCells: undefined, targetSource: undefined };
  expect(sign('released', nothing)).toMatchObject(problem('target-unknown'));
  expect(sign('released', { targetSource: undefined })).toMatchObject(problem('target-unknown'));
  expect(sign('released', { targetCells: 0, nucleatedCells: 0 })).toMatchObject(problem('target-unknown'));
  expect(sign('released', { nucleatedCells: 1 })).toMatchObject(problem('under-target'));
  expect(sign('released', { nucleatedCells: 1, makerAcceptance: 'acceptance 3' })).toMatchObject(
    problem('under-target'),
  );
  expect(sign('released').ok).toBe(true);
  const onTheirWord = atRelease({ protocol: { ...PROTOCOL, startingMaterial } });
  const step = onTheirWord.walk.journey.step('Release the collection');
  const given = evidenceOf(step, 'released', onTheirWord.walk.journey);
  const { targetCells: _cells, targetSource: _source, ...rest } = given;
  const evidence = { ...rest, makerAcceptance: 'acceptance 3' };
  expect(onTheirWord.walk.journey.sign(step, 'released', { evidence }).ok).toBe(true);
});

test('a target of the maker over that of the protocol counts', () => {
  const { walk, sign } = atRelease();
  const least = leastCells(walk.journey.protocol) ?? 0;
  const stated = { targetCells: least + 1, targetSource: 'order form 1' };
  expect(sign('released', { ...stated, nucleatedCells: least })).toMatchObject(problem('under-target'));
  expect(sign('released', { ...stated, nucleatedCells: least + 1 }).ok).toBe(true);
});

test.each(['released', 'released-under-target'])(
  '%s: every printed label is attached or destroyed, of the donation collected',
  (decision) => {
    const { sign } = atRelease();
    expect(sign(decision, { labelsDestroyed: 0 })).toMatchObject(problem('labels-not-reconciled'));
    expect(sign(decision, { labelsPrinted: 1, labelsAttached: 0 })).toMatchObject(problem('none-attached'));
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
