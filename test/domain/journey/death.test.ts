import { expect, test } from 'vitest';
import { isActive } from '../../../lambdas/domain/journey/state.ts';
import { report, sceneOf } from '../../support/scenes.ts';

test('a reported death ends the course when two people have confirmed it, and not before', () => {
  const walk = sceneOf('Confirm the death');
  const { journey } = walk;
  walk.decide('Confirm the death', 'confirmed');
  expect(journey.state.closing).toBeUndefined();
  expect(journey.sign(journey.step('Agree the delivery'), 'agreed')).toMatchObject({ refusal: { code: 'forbidden' } });
  walk.decide('Confirm the death as second person', 'confirmed');
  expect(journey.state.closing?.outcome).toBe('died');
  expect(journey.open.map(({ step }) => step)).toEqual(['Stand everything down']);
});

test.each(['Confirm the death', 'Confirm the death as second person'] as const)(
  '%s: a wrong report opens everything again',
  (step) => {
    const walk = sceneOf(step);
    const { journey } = walk;
    walk.decide(step, 'not-so');
    expect(isActive(journey.state, 'Death')).toBe(false);
    expect(journey.sign(journey.step('Agree the delivery'), 'agreed').ok).toBe(true);
  },
);

test('a death reported twice is confirmed once', () => {
  const walk = sceneOf('Confirm the death');
  walk.journey.pass('PT1H');
  report(walk, 'death', { explanation: 'the family called' });
  expect(walk.journey.state.phases.filter(({ phase }) => phase === 'Death')).toHaveLength(1);
  expect(walk.journey.state.reports.filter((one) => one.report === 'death')).toHaveLength(2);
});

test('the people who decide are told of a death at once', () => {
  const walk = sceneOf('Confirm the death');
  expect(walk.journey.history.map(({ effect }) => effect)).toContainEqual({
    kind: 'mail',
    notice: {
      about: 'journey',
      what: 'reported',
      class: 'critical',
      to: ['physician', 'pharmacist', 'coordinator', 'qa'],
      detail: 'death',
    },
  });
});
