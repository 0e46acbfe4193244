import { expect, test } from 'vitest';
import { factsOf } from '../../../lambdas/domain/journey/facts.ts';
import { isActive } from '../../../lambdas/domain/journey/state.ts';
import { report } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const accepted = (): Walk => {
  const walk = new Walk();
  walk.to('Prescribe the product');
  return walk;
};

const shown = ({ journey }: Walk, step: 'Record the disposition' | 'Triage the deviation') =>
  Object.fromEntries(
    factsOf(journey.state, journey.step(step), journey.protocol).map(({ label, value }) => [label, value]),
  );

test('an alarm holds what is in the vessel, and opens a deviation by itself', () => {
  const walk = accepted();
  const { storageDevice } = walk.journey.step('Accept receipt').decision?.evidence ?? {};
  report(walk, 'storage-alarm', { storageDevice, lowestTemperature: -150, highestTemperature: -98 });
  expect(isActive(walk.journey.state, 'Excursion')).toBe(true);
  expect(walk.journey.state.deviations).toMatchObject([{ kind: 'storage-alarm', class: 'major' }]);
  expect(walk.journey.sign(walk.journey.step('Prescribe the product'), 'prescribed').ok).toBe(false);
  expect(shown(walk, 'Record the disposition')).toMatchObject({
    excursionLeg: 'storage',
    excursionContainers: expect.stringContaining('bag-1-1'),
    excursionReadings: '-150 °C, -98 °C',
  });
  expect(shown(walk, 'Triage the deviation')).toMatchObject({
    deviationKind: 'storage-alarm',
    deviationContainers: expect.stringContaining('bag-1-1'),
  });
});

test('a container that was too long outside when it was moved is shown to who records the disposition', () => {
  const walk = accepted();
  report(walk, 'storage-moved', { exposureSeconds: 36_000 });
  expect(shown(walk, 'Record the disposition')).toMatchObject({ excursionLeg: 'storage' });
});
