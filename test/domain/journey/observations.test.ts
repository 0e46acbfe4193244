import { expect, test } from 'vitest';
import { factsOf } from '../../../lambdas/domain/journey/facts.ts';
import { dayZero } from '../../../lambdas/domain/journey/product.ts';
import { observationDays } from '../../../lambdas/domain/protocol/accessors.ts';
import type { Protocol } from '../../../lambdas/domain/protocol/schema.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { PROTOCOL, personIn } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

const STEP = 'Monitor the patient';

/** A label that asks for a look every day of three. */
const [profile] = PROTOCOL.monitoring.profiles;
if (profile === undefined) throw new Error('expected a protocol with a monitoring profile');
const { visitsFirstWeek: _, ...rest } = profile;
const daily = { value: 'P3D', certainty: 'seen', sources: ['label'] } as unknown as NonNullable<typeof profile.daily>;
const DAILY: Protocol = { ...PROTOCOL, monitoring: { profiles: [{ ...rest, jurisdictions: ['EU'], daily }] } };

function given(options: ConstructorParameters<typeof Walk>[0] = {}): {
  walk: Walk;
  day: (days: number, more?: string) => string;
} {
  const walk = new Walk({ protocol: DAILY, ...options });
  walk.to(STEP);
  const zero = dayZero(walk.journey.state) ?? '';
  return {
    walk,
    day: (days, more = 'PT0S') => plus(plus(zero, `P${days}D`, walk.journey.state.site.zone), more, 'UTC'),
  };
}

const observe = ({ journey }: Walk, occurredAt = journey.now): void => {
  const evidence = { crsGrade: 0, icansGrade: 0, temperatureTaken: true };
  value(journey.record(journey.step(STEP), 'observation', { evidence, occurredAt, signer: personIn(['nurse']) }));
};

const toldOf = ({ journey }: Walk): readonly string[][] =>
  journey.step(STEP).told.flatMap(({ rung, at }) => (rung.startsWith('observation') ? [[rung, at]] : []));

const factsAbout = ({ journey }: Walk) =>
  factsOf(journey.state, journey.step(STEP), journey.protocol).filter(({ label }) => label.startsWith('observation'));

test('an observation that nobody makes is told when it is due, and to the physician too hours later, each once, at any hour', () => {
  const { walk, day } = given();
  walk.runTo(day(5));
  expect(toldOf(walk)).toEqual([
    ['observation-due-1', day(1)],
    ['observation-missed-1', day(1, 'PT4H')],
    ['observation-due-2', day(2)],
    ['observation-missed-2', day(2, 'PT4H')],
    ['observation-due-3', day(3)],
    ['observation-missed-3', day(3, 'PT4H')],
  ]);
  const told = walk.journey.step(STEP).told.filter(({ rung }) => rung.startsWith('observation'));
  expect(told.slice(0, 2)).toMatchObject([
    { to: ['nurse'], class: 'due' },
    { to: ['nurse', 'physician'], class: 'critical' },
  ]);
});

test('who observes in time hears nothing; one made late is not asked for again, and answers the call', () => {
  const { walk, day } = given({ acknowledging: false });
  walk.runTo(day(1, '-PT3H'));
  observe(walk);
  walk.runTo(day(2, 'PT4H'));
  expect(toldOf(walk)).toEqual([
    ['observation-due-2', day(2)],
    ['observation-missed-2', day(2, 'PT4H')],
  ]);
  observe(walk);
  walk.runTo(day(3, '-PT1H'));
  observe(walk);
  walk.runTo(day(5));
  expect(toldOf(walk)).toHaveLength(2);
});

test('the page says which observation is due next, and which were passed over', () => {
  const { walk, day } = given();
  expect(factsAbout(walk)).toEqual([{ label: 'observationDueAt', value: day(1), of: '1 / 3' }]);
  walk.runTo(day(2, '-PT1H'));
  observe(walk);
  expect(factsAbout(walk)).toEqual([
    { label: 'observationMissed', value: day(1), of: '1 / 3' },
    { label: 'observationDueAt', value: day(3), of: '3 / 3' },
  ]);
  observe(walk, day(1, '-PT1H'));
  expect(factsAbout(walk)).toEqual([{ label: 'observationDueAt', value: day(3), of: '3 / 3' }]);
});

test('so many visits in the first week are spread over it, by the upper end of the range', () => {
  const visit = (value: number) => ({ value, unit: 'visits' });
  const span = { min: visit(2), max: visit(3) } as unknown as NonNullable<typeof profile.visitsFirstWeek>;
  expect(observationDays({ ...rest, visitsFirstWeek: span })).toEqual([2, 4, 7]);
  expect(observationDays({ ...rest, daily })).toEqual([1, 2, 3]);
  expect(observationDays(rest)).toEqual([]);
});
