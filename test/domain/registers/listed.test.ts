import { describe, expect, it } from 'vitest';
import { differences, leavesOf } from '../../../lambdas/domain/registers/differences.ts';
import { counted, isShown, listed } from '../../../lambdas/domain/registers/listed.ts';
import type { EntryStanding } from '../../../lambdas/domain/registers/standing.ts';

const asked = { at: '2026-03-10T23:30:00.000Z', zone: 'Europe/Berlin' };
const vessel = (id: string, over: Partial<EntryStanding> = {}): EntryStanding => ({
  register: 'equipment',
  id,
  version: 1,
  name: `LN2 vessel ${id}`,
  owner: 'cell-lab-lead',
  counts: [],
  ...over,
});
const calibrated = (id: string, until: string) => vessel(id, { counts: [{ what: 'calibration', until }] });
const of = (...entries: readonly EntryStanding[]) => ({
  site: 'main',
  version: 3,
  at: asked.at,
  entries: [...entries],
});

describe('Given the registers of a site', () => {
  const readiness = of(
    calibrated('late', '2026-03-11'),
    calibrated('soon', '2026-06-09'),
    calibrated('far', '2026-06-10'),
    vessel('never'),
    vessel('shut', { closedBecause: 'in quarantine: alarm' }),
    calibrated('lapsed', '2026-03-10'),
    vessel('resting', { restsOn: [{ register: 'risk-assessments', id: 'RA-1' }] }),
  );

  it('then what may not be used comes first, and then what ends first', () => {
    expect(listed(readiness, 'equipment', asked).map(({ entry }) => entry.id)).toEqual(
      // At the site it is the 11th already.
      ['lapsed', 'resting', 'shut', 'late', 'soon', 'far', 'never'],
    );
  });

  it.each([
    ['due', ['late', 'soon']],
    ['lapsed', ['lapsed', 'graced']],
    ['quarantine', ['shut']],
    ['closed', ['lapsed', 'resting', 'shut']],
  ] as const)('then the list can be narrowed to what is %s', (shown, ids) => {
    const graced = vessel('graced', { counts: [{ what: 'review', until: '2026-03-01', grace: 'P60D' }] });
    const lines = listed(of(...readiness.entries, graced), 'equipment', asked);
    expect(lines.filter((line) => isShown(line, shown, asked)).map(({ entry }) => entry.id)).toEqual(ids);
  });

  it('then each is counted as closed, or as ending within 90 days', () => {
    const counts = counted(readiness, asked);
    expect(counts.find(({ register }) => register === 'equipment')).toEqual({
      register: 'equipment',
      entries: 7,
      closed: 3,
      soon: 2,
    });
    expect(counts.find(({ register }) => register === 'shippers')).toMatchObject({ entries: 0, closed: 0, soon: 0 });
  });

  it('then what was due and was not done stays the next day, and closes nothing', () => {
    const overdue = vessel('x', { due: [{ what: 'effectiveness check', on: '2026-01-01' }] });
    expect(listed(of(overdue), 'equipment', asked)).toEqual([
      { entry: overdue, next: { what: 'effectiveness check', on: '2026-01-01' } },
    ]);
  });
});

describe('Given two versions of an entry', () => {
  it('then what differs is named by its way from the top', () => {
    const before = { state: 'draft', hazards: [{ severity: 8 }, { severity: 4 }], tags: ['a', 'b'] };
    const after = { state: 'approved', hazards: [{ severity: 8, action: 'alarm' }], tags: ['a', 'b'] };
    expect(differences(before, after)).toEqual([
      { path: ['state'], before: 'draft', after: 'approved' },
      { path: ['hazards', '1', 'action'], after: 'alarm' },
      { path: ['hazards', '2', 'severity'], before: '4' },
    ]);
    expect(differences(after, after)).toEqual([]);
  });

  it('then a list of words is one value', () => {
    expect(leavesOf({ steps: ['Thaw', 'Give'], none: [], nothing: null })).toEqual([
      { path: ['steps'], value: 'Thaw, Give' },
    ]);
  });
});
