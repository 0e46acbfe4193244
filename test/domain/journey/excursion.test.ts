import { expect, test } from 'vitest';
import { report, sceneOf } from '../../support/scenes.ts';
import type { Walk } from '../../support/walk.ts';

const accept = ({ journey }: Walk) => journey.sign(journey.step('Accept receipt'), 'accepted');
const CLOSED = { refusal: { code: 'forbidden', detail: { gates: [{ gate: 'no-open-excursion', status: 'closed' }] } } };

test('an excursion closes the acceptance until the maker has said in writing that the product may be used', () => {
  const walk = sceneOf('Accept receipt');
  report(walk, 'excursion');
  expect(accept(walk)).toMatchObject(CLOSED);
  walk.decide('Record the disposition', 'may-be-used');
  expect(accept(walk).ok).toBe(true);
});

test('each excursion waits for a disposition of its own', () => {
  const walk = sceneOf('Accept receipt');
  report(walk, 'excursion', { leg: 'inbound' });
  walk.journey.pass('PT1H');
  report(walk, 'excursion', { leg: 'storage' });
  walk.decide('Record the disposition', 'may-be-used');
  expect(accept(walk)).toMatchObject(CLOSED);
});

test('a refusal stands, also when a later excursion was harmless, until new material is collected or made', () => {
  const walk = sceneOf('Accept receipt');
  report(walk, 'excursion', { leg: 'inbound' });
  walk.decide('Record the disposition', 'rejected');
  expect(accept(walk)).toMatchObject(CLOSED);
  walk.journey.pass('PT1H');
  report(walk, 'excursion', { leg: 'storage' });
  walk.decide('Record the disposition', 'may-be-used');
  expect(accept(walk)).toMatchObject(CLOSED);
  walk.journey.pass('PT1H');
  walk.decide('Accept receipt', 'remake');
  walk.to('Accept receipt');
  expect(accept(walk).ok).toBe(true);
});

test('what is in quarantine is not released while a disposition is awaited, and can go back all the same', () => {
  const walk = sceneOf('Resolve quarantine');
  report(walk, 'excursion');
  const step = walk.journey.step('Resolve quarantine');
  expect(walk.journey.sign(step, 'accepted')).toMatchObject(CLOSED);
  expect(walk.journey.sign(step, 'remake').ok).toBe(true);
});

test('an excursion is a major deviation, whatever the maker says later', () => {
  const walk = sceneOf('Accept receipt');
  report(walk, 'excursion');
  walk.decide('Record the disposition', 'may-be-used');
  expect(walk.journey.state.deviations).toMatchObject([{ kind: 'excursion', class: 'major' }]);
});
