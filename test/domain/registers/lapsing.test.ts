import { expect, it } from 'vitest';
import { lapsingEntries } from '../../../lambdas/domain/registers/lapsing.ts';
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

it('names what of an entry ends, when, where it is renewed, and who sees to it; not of what may not be used anyway', () => {
  const entries = [
    entry({
      counts: [
        { what: 'qualification', from: '2026-01-01' },
        { what: 'calibration', until: '2027-06-30' },
      ],
    }),
    entry({
      ...{ register: 'documents', id: 'SOP-12/4', name: 'Receipt', owner: 'qa' },
      counts: [{ what: 'review', until: '2027-05-01', grace: 'P60D' }],
      mirror: { system: 'eqms', id: '7', asOf: '2027-05-01T00:00:00.000Z' },
    }),
    entry({ id: 'LN2-4', closedBecause: 'retired', counts: [{ what: 'calibration', until: '2027-06-30' }] }),
  ];
  expect(lapsingEntries({ entries })).toEqual([
    {
      ...{ what: 'equipment', name: 'LN2 vessel 3', entry: { id: 'LN2-3', part: 'calibration' } },
      ...{ lastDay: '2027-06-30', owner: 'cell-lab' },
    },
    {
      ...{ what: 'documents', name: 'Receipt', entry: { id: 'SOP-12/4', part: 'review' } },
      ...{ lastDay: '2027-05-01', owner: 'qa', system: 'eqms' },
    },
  ]);
});
