import { expect, test } from 'vitest';
import { deadlineOf } from '../../../lambdas/domain/clocks/deadline.ts';
import type { StepState } from '../../../lambdas/domain/journey/state.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { Walk } from '../../support/walk.ts';
import { told } from './told.ts';

const later = (walk: Walk, duration: string) => walk.runTo(plus(walk.journey.now, duration, 'UTC'));
const dueOf = ({ journey }: Walk, { key }: StepState): string => {
  const step = journey.state.steps[key];
  return step === undefined ? '' : deadlineOf(journey.state, step, journey.protocol).at;
};

test('a soft deadline stands still on hold, and so do its reminders', () => {
  const walk = new Walk();
  const step = walk.to('Confirm funding');
  later(walk, 'P3D');
  walk.command('hold');
  later(walk, 'P10D');
  expect(told(walk, step)).toEqual(['asked @0']);
  walk.command('resume');
  expect(dueOf(walk, step)).toBe(plus(step.askedFrom, 'P24D', 'Europe/Berlin'));
  later(walk, 'P16D');
  expect(told(walk, step)).toEqual(['asked @0', 'half @17.5', 'nearly @21.5', 'due @24.5', 'overdue @27.5']);
});

test('several holds add up, and only the part after the step was asked counts', () => {
  const walk = new Walk();
  walk.to('Record apheresis');
  walk.command('hold');
  // What happened is recorded on hold too, and the next step is asked meanwhile.
  walk.decide('Record apheresis', 'recollect');
  const step = walk.journey.step('Book the slots');
  later(walk, 'P2D');
  walk.command('resume');
  later(walk, 'P5D');
  walk.command('hold');
  later(walk, 'P4D');
  walk.command('resume');
  expect(dueOf(walk, step)).toBe(plus(step.askedFrom, 'P13D', 'Europe/Berlin'));
});

test('what was late before a hold stays late', () => {
  const walk = new Walk();
  const step = walk.to('Confirm funding');
  later(walk, 'P16D');
  const due = dueOf(walk, step);
  walk.command('hold');
  later(walk, 'P20D');
  walk.command('resume');
  expect(dueOf(walk, step)).toBe(due);
  later(walk, 'P10D');
  expect(told(walk, step).slice(-2)).toEqual(['overdue @15.5', 'weekly-1 @42.5']);
});

test('an extended deadline stands still like any other', () => {
  const walk = new Walk();
  const { phase, round, step, ...opened } = walk.to('Confirm funding');
  const dueAt = plus(walk.journey.now, 'P20D', 'UTC');
  walk.command('extend', { phase, round, step, dueAt });
  walk.command('hold');
  later(walk, 'P10D');
  walk.command('resume');
  expect(dueOf(walk, { phase, round, step, ...opened })).toBe(plus(dueAt, 'P10D', 'UTC'));
});

test('a visit is a hard deadline: its clock and its reminders run on', () => {
  const walk = new Walk();
  walk.toFollowUp();
  while (walk.journey.open.length === 0) walk.runTo(walk.nextDue());
  const [visit] = walk.journey.open;
  if (visit === undefined) throw new Error('a visit is open');
  const due = dueOf(walk, visit);
  walk.command('hold');
  later(walk, 'P30D');
  const names = told(walk, visit).map((rung) => rung.split(' ')[0]);
  expect(names).toEqual(['asked', 'visit-window-3', 'due', 'overdue']);
  walk.command('resume');
  expect(dueOf(walk, visit)).toBe(due);
});

test('a physical limit is told on hold too', () => {
  const walk = new Walk();
  const step = walk.to('Give GO for conditioning');
  walk.command('hold');
  later(walk, 'P9M');
  const limits = told(walk, step).filter((rung) => rung.startsWith('expir'));
  expect(limits.map((rung) => rung.split(' ')[0])).toEqual([
    'expiry-90',
    'expiry-60',
    'expiry-30',
    'expiry-14',
    'expiry-7',
    'expired',
  ]);
});
