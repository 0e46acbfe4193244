import { expect, test } from 'vitest';
import { JourneyDriver } from '../support/journey-driver.ts';
import { differences } from './compare.ts';

const ORDER = { phase: 'Order', round: 1 } as const;

/** A journey whose two first steps were opened in the order given. */
function opened(...steps: readonly ('Confirm eligibility' | 'Confirm consent')[]): JourneyDriver {
  const journey = new JourneyDriver();
  for (const step of steps) journey.openStep({ ...ORDER, step }, 1);
  return journey;
}

test('logs of the same course are equal, whichever of two steps came first', () => {
  const one = opened('Confirm eligibility', 'Confirm consent');
  const other = opened('Confirm consent', 'Confirm eligibility');
  expect(differences(one.events, other.events)).toEqual([]);
});

test('a step that was told once less is named, with both logs', () => {
  const whole = opened('Confirm eligibility', 'Confirm consent').events;
  const untold = whole.filter(({ type }) => type !== 'rung.reached');
  expect(differences(untold, whole)).toEqual([
    'Confirm eligibility 1: deployed ["step.opened"], embedded ["step.opened","told: asked to physician"]',
    'Confirm consent 1: deployed ["step.opened"], embedded ["step.opened","told: asked to physician"]',
  ]);
});

test('a stream that only one log has is named', () => {
  const both = opened('Confirm eligibility', 'Confirm consent').events;
  const one = opened('Confirm eligibility').events;
  expect(differences(one, both)).toHaveLength(1);
  expect(differences(one, both)[0]).toMatch(/^Confirm consent 1: deployed \[\], embedded /);
});
