import { expect, test } from 'vitest';
import { actedOn, addedUp } from '../../../lambdas/domain/telling/acted-on.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { personIn } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';
import { acknowledge, FIRST, first, later, overdue } from '../clocks/urgent.ts';

const figures = ({ journey }: Walk) =>
  Object.fromEntries(
    actedOn(journey.events, journey.now)
      .filter(({ step }) => step === FIRST)
      .map(({ rung, told, actedOn: acted }) => [rung, `${acted} of ${told}`]),
  );

test('a rung is acted on where one of its own readers signs or acknowledges within a day', () => {
  const walk = overdue();
  value(acknowledge(walk, personIn(['programme-lead'])));
  later(walk, 'P2D');
  expect(figures(walk)).toEqual({
    asked: '0 of 1',
    half: '0 of 1',
    nearly: '0 of 1',
    due: '0 of 1',
    overdue: '1 of 1',
  });
});

test('who was not told does not count, nor what comes later', () => {
  const walk = overdue();
  later(walk, 'P2D');
  value(acknowledge(walk, personIn(['coordinator'])));
  // Of those who were called in vain.
  expect(figures(walk)).toMatchObject({ overdue: '0 of 1', unseen: expect.stringMatching(/^0 of/) });
});

test('what was told a moment ago is counted when its time is over, or when somebody has acted', () => {
  const walk = new Walk();
  expect(figures(walk)).toEqual({});
  walk.decide(FIRST);
  expect(figures(walk)).toEqual({ asked: '1 of 1' });
  expect(first(walk).status).toBe('decided');
});

test('repetitions and occasions count under their kind; figures of several journeys add up, the least acted on first', () => {
  const walk = overdue();
  later(walk, 'P20D');
  const all = actedOn(walk.journey.events, plus(walk.journey.now, 'P9D', 'UTC'));
  expect(all.find(({ rung }) => rung === 'weekly')?.told).toBeGreaterThan(1);
  expect(all.map(({ rung }) => rung).filter((rung) => /\d/.test(rung))).toEqual([]);
  const decided = new Walk();
  decided.decide(FIRST);
  const [least, ...others] = addedUp([...actedOn(decided.journey.events, decided.journey.now), ...all]);
  expect(least?.actedOn).toBe(0);
  expect(others.at(-1)).toMatchObject({ step: FIRST, rung: 'asked', told: 2, actedOn: 1 });
});
