import { expect, test } from 'vitest';
import { onlyWhenItHelps } from '../../../lambdas/domain/clocks/night-calls.ts';
import type { DueRung } from '../../../lambdas/domain/clocks/rungs.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { Walk } from '../../support/walk.ts';
import { first } from './urgent.ts';

const SITE = {
  zone: 'Europe/Berlin',
  openingHours: { from: '08:00', until: '17:00', days: [1, 2, 3, 4, 5] },
  holidays: [],
};
const SATURDAY_NIGHT = '2026-11-28T01:00:00.000Z';
const MONDAY = '2026-11-30T07:00:00.000Z';

const rung = (step: StepName, more: Partial<DueRung> = {}): DueRung => ({
  step: { ...first(new Walk()), step },
  ladder: 'deadline',
  rung: 'overdue',
  at: SATURDAY_NIGHT,
  to: ['pharmacist'],
  class: 'critical',
  ...more,
});
const told = (...rungs: readonly DueRung[]) => onlyWhenItHelps(rungs, SITE).map(({ at }) => at);

test('of a step that waits for an office nobody is called at night or on a closed day', () => {
  const escalation = { ladder: 'unseen overdue', rung: 'overdue-unseen-1', outlivable: true } as const;
  expect(told(rung('Confirm funding'), rung('Confirm funding', escalation))).toEqual([MONDAY, MONDAY]);
  expect(told(rung('Confirm funding', { at: MONDAY }))).toEqual([MONDAY]);
});

test('of every other step what is critical is told at its time', () => {
  expect(told(rung('Resolve the mismatch'))).toEqual([SATURDAY_NIGHT]);
});

test('limits of the product are told at their time, with what they leave no time for', () => {
  const limit = (at: string) => rung('Confirm funding', { ladder: 'limit', rung: 'expired', at });
  const called = { ladder: 'unseen expired', rung: 'expired-unseen-1' } as const;
  expect(told(rung('Confirm funding', called))).toEqual([SATURDAY_NIGHT]);
  const sunday = '2026-11-29T12:00:00.000Z';
  expect(told(rung('Confirm funding'), limit(sunday))).toEqual([SATURDAY_NIGHT, sunday]);
  const tuesday = '2026-12-01T12:00:00.000Z';
  expect(told(rung('Confirm funding'), limit(tuesday))).toEqual([MONDAY, tuesday]);
});

test('no step of day 0, of material on its way or of a danger to a patient waits for an office', () => {
  const waiting = Object.values(steps).flatMap(({ step, officeHoursOnly }) => (officeHoursOnly ? [step] : []));
  expect(waiting.toSorted()).toEqual([
    'Arrange the lifelong watch',
    'Check that the CAPA works',
    'Check that the change works',
    'Close the change',
    'Close the course',
    'Compare with the paper record',
    'Confirm funding',
    'Plan the CAPA',
    'Record follow-up visit',
    'Report to the registry',
    'Review the emergency continuation',
    'Send the discharge letter',
  ]);
});
