import { expect, test } from 'vitest';
import { factsOf } from '../../lambdas/domain/journey/facts.ts';
import { mustLeaveBy } from '../../lambdas/domain/journey/shipments.ts';
import { plus } from '../../lambdas/domain/time.ts';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import { checklistLines } from '../../lambdas/sign-off/checklist-lines.ts';
import { valuesOf } from '../support/builders.ts';
import { value } from '../support/journey-driver.ts';
import { report } from '../support/scenes.ts';
import { Walk } from '../support/walk.ts';

/** What the page of a step warns of at a line, were it recorded at this time. */
function warned({ journey }: Walk, name: StepName, item: string, now = journey.now): readonly string[] {
  const stored = { state: journey.state } as Parameters<typeof checklistLines>[0]['stored'];
  const lines = checklistLines({ stored, step: journey.step(name), protocol: journey.protocol, now });
  return (lines.find((line) => line.item === item)?.against ?? []).map(({ key }) => key);
}

function record(walk: Walk, name: StepName, item: string, more: Readonly<Record<string, unknown>> = {}): void {
  const evidence = { ...valuesOf(item, walk.journey), ...more };
  value(walk.journey.record(walk.journey.step(name), item, { evidence }));
  walk.machines.deliver();
}

const at = (name: StepName): Walk => {
  const walk = new Walk();
  walk.to(name);
  return walk;
};

test('a hand-over after the limit of the release is warned of before it is recorded, and none in time', () => {
  const walk = at('Ship the starting material');
  const limit = mustLeaveBy(walk.journey.state) ?? '';
  expect(warned(walk, 'Ship the starting material', 'handed-over', limit)).toEqual([]);
  const late = warned(walk, 'Ship the starting material', 'handed-over', plus(limit, 'PT1M', 'UTC'));
  expect(late).toEqual(['custody-departure.closed']);
});

test('an arrival after the shipper was qualified is warned of before it is recorded, and none before', () => {
  const walk = at('Follow the delivery');
  expect(warned(walk, 'Follow the delivery', 'arrived', plus(walk.journey.now, 'P30D', 'UTC'))).toEqual([]);
  const qualifiedUntil = plus(walk.journey.now, 'P2D', 'UTC');
  record(walk, 'Follow the delivery', 'handed-over', { qualifiedUntil });
  expect(warned(walk, 'Follow the delivery', 'arrived', qualifiedUntil)).toEqual([]);
  const late = warned(walk, 'Follow the delivery', 'arrived', plus(qualifiedUntil, 'PT1M', 'UTC'));
  expect(late).toEqual(['custody-qualification.closed']);
});

test('the flag do-not-ship stands at the hand-over', () => {
  const walk = at('Ship the starting material');
  report(walk, 'flags-raised', { flags: ['do-not-ship'] });
  expect(warned(walk, 'Ship the starting material', 'handed-over')).toEqual(['not-flagged-do-not-ship.closed']);
});

test('who receives or inspects reads seal, shipper and logger as sent, and what the documents already show wrong', () => {
  const walk = at('Follow the delivery');
  record(walk, 'Follow the delivery', 'handed-over', { shipper: 'S-1', seal: 'SEAL-9', logger: 'L-31' });
  const sent = { shipperSent: 'S-1', sealSent: 'SEAL-9', loggerSent: 'L-31' };
  const facts = (name: StepName) =>
    Object.fromEntries(
      factsOf(walk.journey.state, walk.journey.step(name), walk.journey.protocol).map(({ label, value: shown }) => [
        label,
        shown,
      ]),
    );
  expect(facts('Follow the delivery')).toMatchObject(sent);
  record(walk, 'Follow the delivery', 'arrived', { sealIntact: false });
  walk.decide('Follow the delivery');
  expect(facts('Inspect the delivery')).toMatchObject({ ...sent, inspectionFound: 'custody-seal' });
});
