import { expect, it } from 'vitest';
import { dueRenewals, rungOn } from '../../../lambdas/domain/registers/due-renewals.ts';
import type { EntryStanding } from '../../../lambdas/domain/registers/standing.ts';

const entry = (over: Partial<EntryStanding>): EntryStanding => ({
  register: 'equipment',
  id: 'LN2-3',
  version: 1,
  name: 'LN2 vessel 3',
  owner: 'cell-lab',
  counts: [],
  ...over,
});

it.each([
  ['2027-05-01', '2027-07-31', undefined],
  ['2027-05-02', '2027-07-31', 90],
  ['2027-06-01', '2027-07-31', 60],
  ['2027-07-01', '2027-07-31', 30],
  ['2027-07-23', '2027-07-31', 30],
  ['2027-07-24', '2027-07-31', 7],
  ['2027-07-31', '2027-07-31', 7],
  ['2027-08-01', '2027-07-31', 'lapsed'],
])('on %s what counts until %s is told as %s', (today, lastDay, rung) => {
  expect(rungOn(today, lastDay)).toBe(rung);
});

it('names what of an entry ends, when, and who sees to it, the nearest first', () => {
  const entries = [
    entry({
      counts: [
        { what: 'calibration', until: '2027-06-30' },
        { what: 'mapping', until: '2029-01-01' },
      ],
    }),
    entry({
      ...{ register: 'documents', id: 'SOP-12/4', name: 'Receipt', owner: 'qa' },
      counts: [
        { what: 'version 4', from: '2026-01-01' },
        { what: 'review', until: '2027-05-01', grace: 'P60D' },
      ],
      mirror: { system: 'eqms', id: '7', asOf: '2027-05-01T00:00:00.000Z' },
    }),
    entry({ id: 'LN2-4', closedBecause: 'retired', counts: [{ what: 'calibration', until: '2027-06-30' }] }),
  ];
  expect(dueRenewals({ entries }, '2027-05-15')).toEqual([
    {
      ...{ register: 'documents', id: 'SOP-12/4', name: 'Receipt', what: 'review', lastDay: '2027-05-01', owner: 'qa' },
      ...{ system: 'eqms', rung: 'lapsed' },
    },
    {
      ...{ register: 'equipment', id: 'LN2-3', name: 'LN2 vessel 3', what: 'calibration', lastDay: '2027-06-30' },
      ...{ owner: 'cell-lab', rung: 60 },
    },
  ]);
});
