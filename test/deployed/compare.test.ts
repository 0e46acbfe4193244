import { expect, test } from 'vitest';
import { ONWARD } from '../support/builders.ts';
import { JourneyDriver, value } from '../support/journey-driver.ts';
import { differences } from './compare.ts';

const ORDER = { phase: 'Order', round: 1 } as const;

/** A journey whose two steps that are open at once were opened in the order given. */
function opened(...together: readonly ('Confirm funding' | 'Confirm consent')[]): JourneyDriver {
  const journey = new JourneyDriver();
  for (const step of ['Register the referral', 'Confirm eligibility'] as const) {
    journey.openStep({ ...ORDER, step }, 1);
    value(journey.sign({ ...ORDER, step }, ONWARD[step]));
  }
  for (const step of together) journey.openStep({ ...ORDER, step }, 1);
  return journey;
}

test('logs of the same course are equal, whichever of two steps came first', () => {
  const one = opened('Confirm funding', 'Confirm consent');
  const other = opened('Confirm consent', 'Confirm funding');
  expect(differences(one.events, other.events)).toEqual([]);
});

test('a step that was told once less is named, with both logs of that step', () => {
  const whole = opened('Confirm funding', 'Confirm consent').events;
  const untold = whole.filter((event) => event.type !== 'rung.reached' || event.data.step !== 'Confirm consent');
  expect(differences(untold, whole)).toEqual([
    'Confirm consent 1: deployed ["step.opened"], embedded ["step.opened","told: asked to physician"]',
  ]);
});

test('a stream that only one log has is named', () => {
  const both = opened('Confirm funding', 'Confirm consent').events;
  const one = opened('Confirm funding').events;
  expect(differences(one, both)).toHaveLength(1);
  expect(differences(one, both)[0]).toMatch(/^Confirm consent 1: deployed \[\], embedded /);
});
