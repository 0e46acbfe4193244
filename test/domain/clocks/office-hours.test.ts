import { expect, test } from 'vitest';
import { type Answering, inOfficeHours, type RungKind } from '../../../lambdas/domain/clocks/office-hours.ts';
import type { DueRung } from '../../../lambdas/domain/clocks/rungs.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { Walk } from '../../support/walk.ts';
import { FIRST, first, later } from './urgent.ts';

const SITE = {
  zone: 'Europe/Berlin',
  openingHours: { from: '08:00', until: '17:00', days: [1, 2, 3, 4, 5] },
  holidays: ['2026-12-25'],
};
const MONDAY = '2026-11-23T08:00:00.000Z';
const FRIDAY = '2026-12-11T08:00:00.000Z';
const KINDS: Readonly<Record<string, RungKind>> = { half: 'on-the-way', nearly: 'on-the-way', ahead: 'warning' };

const rung = (name: string, at: string, mailClass: DueRung['class'] = 'due', ladder: DueRung['ladder'] = 'deadline') =>
  ({ rung: name, at, class: mailClass, ladder, to: ['physician'], step: first(new Walk()) }) satisfies DueRung;

const moved = (rungs: readonly DueRung[], more: Partial<Answering> = {}): readonly string[] =>
  inOfficeHours(rungs, {
    site: SITE,
    asked: MONDAY,
    due: FRIDAY,
    kind: 'soft',
    kindOf: (one) => KINDS[one.rung] ?? 'told',
    ...more,
  }).map((one) => `${one.rung} ${one.at}`);

test('a reminder at night waits for the morning, one on a closed day for the next open one', () => {
  expect(moved([rung('half', '2026-11-30T20:00:00.000Z', 'info')])).toEqual(['half 2026-12-01T07:00:00.000Z']);
  expect(moved([rung('due', '2026-12-24T20:00:00.000Z')])).toEqual(['due 2026-12-28T07:00:00.000Z']);
  expect(moved([rung('half', '2026-12-01T12:00:00.000Z')])).toEqual(['half 2026-12-01T12:00:00.000Z']);
});

test('critical rungs and the first asking never wait', () => {
  const night = '2026-11-28T22:00:00.000Z';
  expect(moved([rung('asked', night), rung('overdue', night, 'critical')])).toEqual([
    `asked ${night}`,
    `overdue ${night}`,
  ]);
});

test('a reminder on the way that would come after the due time comes before the site closes', () => {
  const due = '2026-11-29T12:00:00.000Z';
  expect(moved([rung('nearly', '2026-11-28T12:00:00.000Z')], { due })).toEqual(['nearly 2026-11-27T15:59:00.000Z']);
});

test('a warning outside office hours comes before the site closes, never later', () => {
  const due = '2026-12-02T12:00:00.000Z';
  expect(moved([rung('ahead', '2026-11-29T12:00:00.000Z')], { due })).toEqual(['ahead 2026-11-27T15:59:00.000Z']);
  expect(moved([rung('ahead', '2026-12-01T05:00:00.000Z')], { due })).toEqual(['ahead 2026-11-30T15:59:00.000Z']);
  expect(moved([rung('ahead', '2026-12-01T09:00:00.000Z')], { due })).toEqual(['ahead 2026-12-01T09:00:00.000Z']);
  const ahead = rung('ahead', '2026-11-28T12:00:00.000Z', 'due', 'limit');
  const limit = rung('ended', due, 'critical', 'limit');
  const tooSoon = { asked: '2026-12-24T08:00:00.000Z', due: '2026-12-28T08:00:00.000Z' };
  expect(moved([ahead, limit], tooSoon)).toEqual(['ahead 2026-11-27T15:59:00.000Z', `ended ${due}`]);
});

test('a warning for which nobody was asked early enough is told at its time', () => {
  const asked = '2026-11-28T08:00:00.000Z';
  const due = '2026-11-29T12:00:00.000Z';
  for (const name of ['half', 'ahead'])
    expect(moved([rung(name, '2026-11-28T22:00:00.000Z')], { asked, due })).toEqual([
      `${name} 2026-11-28T22:00:00.000Z`,
    ]);
});

test('what is due is told with what follows from it, when that comes before the site opens', () => {
  const overdue = '2026-11-29T12:00:00.000Z';
  const rungs = [rung('due', '2026-11-28T12:00:00.000Z'), rung('overdue', overdue, 'critical')];
  expect(moved(rungs, { due: '2026-11-28T12:00:00.000Z' })).toEqual([`due ${overdue}`, `overdue ${overdue}`]);
});

test('where at most a day is given to answer, every hour counts', () => {
  const night = [rung('half', '2026-11-23T20:00:00.000Z')];
  expect(moved(night, { due: '2026-11-24T07:59:00.000Z' })).toEqual(['half 2026-11-23T20:00:00.000Z']);
  const day = '2026-11-24T08:00:00.000Z';
  expect(moved(night, { due: day, kind: 'hard' })).toEqual(['half 2026-11-23T20:00:00.000Z']);
  expect(moved(night, { due: day })).toEqual(['half 2026-11-24T07:00:00.000Z']);
});

test('a ladder keeps its order, and clocks of minutes are critical', () => {
  const walk = new Walk();
  later(walk, 'P3D');
  expect(first(walk).told.map((told) => `${told.rung} ${told.at.slice(5, 16)}`)).toEqual([
    'asked 11-23T08:00',
    'half 11-24T08:00',
    'nearly 11-25T07:00',
    'due 11-25T08:00',
    'overdue 11-26T08:00',
  ]);
  expect(steps[FIRST].ladder.length).toBeGreaterThan(4);
  for (const name of ['go-ends', 'in-use']) {
    expect(steps['Give the product'].ladder.find((one) => one.rung === name)?.class).toBe('critical');
  }
});
