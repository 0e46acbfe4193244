import { expect, it, test } from 'vitest';
import { gapsIn, mayBeOnCall, onDuty, type Shift } from '../../../lambdas/domain/staff/rota.ts';

/** Monday to Friday from eight to five in Berlin, and no holidays. */
const SITE = {
  zone: 'Europe/Berlin',
  openingHours: { from: '08:00', until: '17:00', days: [1, 2, 3, 4, 5] },
  holidays: ['2027-01-13'],
};

/** Local times of January 2027 as `11 17:00`; the 11th is a Monday. */
const at = (text: string): string => new Date(`2027-01-${text.replace(' ', 'T')}:00+01:00`).toISOString();
const shift = (who: string, from: string, until: string): Shift => ({
  who,
  from: at(from),
  until: at(until),
  contact: '+49 30 1234',
});
const gaps = (shifts: readonly Shift[], from = '11 09:00', until = '12 17:00') =>
  gapsIn({ shifts: [...shifts] }, { from: at(from), until: at(until) }, SITE);

it('names who is on call, from the beginning of a shift up to its end', () => {
  const shifts = [shift('ann', '11 17:00', '12 08:00'), shift('bea', '12 07:00', '12 17:00')];
  expect(onDuty({ shifts }, at('11 16:59'))).toEqual([]);
  expect(onDuty({ shifts }, at('11 17:00'))).toEqual(['ann']);
  expect(onDuty({ shifts }, at('12 07:30'))).toEqual(['ann', 'bea']);
  expect(onDuty({ shifts }, at('12 08:00'))).toEqual(['bea']);
});

it('takes who holds the role, stands in for it or is on call, while they are active and of the site', () => {
  const ann = { active: true, site: 's', roles: ['physician'] } as const;
  const may = (change: Partial<Parameters<typeof mayBeOnCall>[0]>) =>
    mayBeOnCall({ ...ann, ...change }, { site: 's', role: 'physician' });
  const able = [{}, { roles: ['nurse'], deputises: ['physician'] }, { roles: ['on-call'] }] as const;
  expect(able.map(may)).toEqual([true, true, true]);
  const unable = [{ roles: ['nurse'] }, { active: false }, { site: 'other' }] as const;
  expect(unable.map(may)).toEqual([false, false, false]);
});

test.each<[string, readonly Shift[], readonly [string, string][]]>([
  ['nobody', [], [['11 17:00', '12 08:00']]],
  ['one for the night', [shift('ann', '11 17:00', '12 08:00')], []],
  ['two who meet', [shift('ann', '11 16:00', '11 23:00'), shift('bea', '11 23:00', '12 08:00')], []],
  [
    'two who overlap, written in another order',
    [shift('bea', '11 22:00', '12 09:00'), shift('ann', '11 17:00', '11 23:00')],
    [],
  ],
  [
    'two who do not meet',
    [shift('ann', '11 17:00', '11 23:00'), shift('bea', '12 01:00', '12 08:00')],
    [['11 23:00', '12 01:00']],
  ],
  ['one who comes late', [shift('ann', '11 18:00', '12 08:00')], [['11 17:00', '11 18:00']]],
  ['one who leaves early', [shift('ann', '11 17:00', '12 07:00')], [['12 07:00', '12 08:00']]],
])('%s: gaps are what neither shifts nor working time cover', (_, shifts, expected) => {
  expect(gaps(shifts)).toEqual(expected.map(([from, until]) => ({ from: at(from), until: at(until) })));
});

it('a holiday and a weekend want somebody on call the whole day', () => {
  expect(gaps([], '12 12:00', '14 09:00')).toEqual([{ from: at('12 17:00'), until: at('14 08:00') }]);
  expect(gaps([shift('ann', '15 17:00', '18 08:00')], '15 12:00', '18 12:00')).toEqual([]);
  expect(gaps([shift('ann', '15 17:00', '16 12:00')], '15 12:00', '18 12:00')).toEqual([
    { from: at('16 12:00'), until: at('18 08:00') },
  ]);
});

it('ends where the stretch ends', () => {
  expect(gaps([], '11 18:00', '11 20:00')).toEqual([{ from: at('11 18:00'), until: at('11 20:00') }]);
});
