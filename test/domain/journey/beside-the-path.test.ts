import { expect, test } from 'vitest';
import { activePhases } from '../../../lambdas/domain/journey/state.ts';
import { report, sceneOf } from '../../support/scenes.ts';

test('a decision beside the path that sends the course back starts a new run and fences the old one', () => {
  const walk = sceneOf('Give GO for conditioning');
  const { journey, machines } = walk;
  const before = Object.values(journey.bindings);
  expect(before.map(({ ref }) => ref.phase).toSorted()).toEqual(['Conditioning', 'Treatment']);
  const treatment = before.find(({ ref }) => ref.phase === 'Treatment');
  journey.pass('PT1H');
  walk.decide('Give GO for conditioning', 'remake');
  expect(journey.state.run).toBe(2);
  expect(journey.state.runReasons.map(({ reason }) => reason)).toEqual(['opened', 'redirected']);
  expect(machines.answers.get(treatment?.token ?? '')).toMatchObject([{ outcome: 'superseded' }]);
  expect(
    activePhases(journey.state)
      .map(({ phase, round }) => `${phase} ${round}`)
      .toSorted(),
  ).toEqual(['Manufacturing 2', 'Reassessment 2']);
  expect(machines.waiting).toBe(journey.open.length);
  walk.toFollowUp();
  expect(journey.state.anomalies).toEqual([]);
});

test('a decision in the course that sends it back goes on in the same run', () => {
  const walk = sceneOf('Give GO for thaw');
  walk.decide('Give GO for thaw', 'remake');
  expect(walk.journey.state.run).toBe(1);
});

test('what runs beside the course starts again with a new run, each at the step it stood at, without asking twice', () => {
  const walk = sceneOf('Confirm the resolution');
  report(walk, 'excursion');
  report(walk, 'flags-raised');
  const open = walk.journey.open.map(({ key }) => key).toSorted();
  const { length } = walk.journey.history.filter(({ effect }) => effect.kind === 'mail');
  walk.machines.kill();
  walk.command('resume-execution');
  expect(walk.journey.open.map(({ key }) => key).toSorted()).toEqual(open);
  expect(walk.machines.waiting).toBe(open.length);
  expect(walk.journey.history.filter(({ effect }) => effect.kind === 'mail')).toHaveLength(length);
  walk.decide('Confirm the resolution');
  expect(walk.machines.waiting).toBe(open.length - 1);
});
