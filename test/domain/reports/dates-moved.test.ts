import { expect, test } from 'vitest';
import { minus, plus } from '../../../lambdas/domain/time.ts';
import { Walk } from '../../support/walk.ts';

const walk = new Walk();
const step = walk.to('Check donor tests');
const ahead = (days: number): string =>
  days < 0 ? minus(walk.journey.now, `P${-days}D`, 'UTC') : plus(walk.journey.now, `P${days}D`, 'UTC');
const window = (from: number, until: number) => ({ from: ahead(from), until: ahead(until) });
const moves = (values: Readonly<Record<string, unknown>>) =>
  walk.journey.report(step, 'dates-moved', { evidence: { ...values, explanation: 'as told' } });
const refused = (path: string, problem: string) => ({
  refusal: { code: 'invalid', detail: { path: `evidence.${path}`, problem } },
});

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  ['a window that ends before it starts', { collectionSlot: window(9, 8) }, 'collectionSlot.until'],
  [
    'a slot long ago',
    { collectionSlot: { from: '1999-01-01T08:00:00.000Z', until: '1999-01-01T14:00:00.000Z' } },
    'collectionSlot.from',
  ],
  ['a delivery that ends before it starts', { deliveryWindow: window(9, 8) }, 'deliveryWindow.until'],
  ['a delivery that is over', { deliveryWindow: window(-9, -8) }, 'deliveryWindow.until'],
  ['a past day 0', { plannedDayZeroAt: ahead(-1) }, 'plannedDayZeroAt'],
  [
    'a delivery before its product',
    { predictedReadyAt: ahead(9), deliveryWindow: window(7, 8) },
    'deliveryWindow.until',
  ],
  ['a day 0 before conditioning', { conditioningFrom: ahead(9), plannedDayZeroAt: ahead(8) }, 'plannedDayZeroAt'],
])('refuses %s', (_what, values, path) => {
  const { length } = walk.journey.events;
  expect(moves(values)).toMatchObject(refused(path, 'not-after-the-one-before'));
  expect(walk.journey.events).toHaveLength(length);
});

test('names at least one date', () => {
  expect(moves({})).toMatchObject(refused('predictedReadyAt', 'no-date'));
});

test('dates ahead and in order are recorded, also of a delivery on its way', () => {
  expect(moves({ collectionSlot: window(5, 6), predictedReadyAt: ahead(30), conditioningFrom: ahead(40) }).ok).toBe(
    true,
  );
  expect(moves({ deliveryWindow: window(-1, 1), plannedDayZeroAt: ahead(2) }).ok).toBe(true);
});
