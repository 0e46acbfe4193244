import { expect, test } from 'vitest';
import { registry, visits } from '../../../lambdas/domain/protocol/accessors.ts';
import { PROTOCOL } from '../../support/builders.ts';
import { sceneOf } from '../../support/scenes.ts';
import type { Walk } from '../../support/walk.ts';

const reasons = ({ journey }: Walk) =>
  journey.events.flatMap(({ type, data }) =>
    type === 'step.skipped' && data.step === 'Report to the registry' ? [[data.round, data.because]] : [],
  );

test('a visit is reported where it is on the track of the registry, and passed over where it is not', () => {
  const walk = sceneOf('Report to the registry');
  const names = visits(PROTOCOL).map(({ name }) => name);
  const first = names.findIndex((name) => registry(PROTOCOL)?.reports.includes(name));
  expect(walk.journey.step('Report to the registry').round).toBe(first + 1);
  expect(reasons(walk)).toEqual(names.slice(0, first).map((_, index) => [index + 1, 'not-on-the-registry-track']));
});

test('without the consent of the patient no visit is reported', () => {
  const walk = sceneOf('Record follow-up visit');
  const [visit] = walk.journey.open;
  if (visit === undefined) throw new Error('expected an open visit');
  const evidence = { consents: ['registry'], explanation: 'the patient says so' };
  expect(walk.journey.report(visit, 'consent-withdrawn', { evidence }).ok).toBe(true);
  walk.machines.deliver();
  const visited = walk.journey.open.filter(({ step }) => step === 'Record follow-up visit');
  for (const { phase, round, step } of visited) {
    expect(walk.journey.sign({ phase, round, step }, 'attended').ok).toBe(true);
    walk.machines.deliver();
  }
  expect(reasons(walk)).toHaveLength(visited.length);
  expect(new Set(reasons(walk).map(([, because]) => because))).toEqual(new Set(['no-consent-to-registry']));
});
