import { describe, expect, test } from 'vitest';
import { ageingMirrors, freshSince } from '../../../lambdas/domain/registers/mirror-age.ts';
import { noReadiness } from '../../../lambdas/domain/registers/site-readiness.ts';
import type { EntryStanding } from '../../../lambdas/domain/registers/standing.ts';

const READ = '2027-05-01T06:00:00.000Z';
const entry = (id: string, more: Partial<EntryStanding> = {}): EntryStanding => ({
  ...{ register: 'documents', id, version: 1, name: `Document ${id}`, owner: 'qa', counts: [] },
  mirror: { system: 'eqms', id, asOf: READ },
  ...more,
});
const site = (...entries: readonly EntryStanding[]) => ({ ...noReadiness('site-1'), entries: [...entries] });
const ageing = (age: string | undefined, at: string, ...entries: readonly EntryStanding[]) =>
  ageingMirrors(site(...entries), {
    ...{ at, zone: 'Europe/Berlin' },
    mirrorAge: age === undefined ? undefined : { eqms: age },
  });

describe('what another system holds is to be confirmed', () => {
  test.each([
    ['P8D', '2027-05-07T05:59:00.000Z', []],
    ['P8D', '2027-05-07T06:01:00.000Z', [false]],
    ['P8D', '2027-05-09T06:00:00.000Z', [false]],
    ['P8D', '2027-05-09T06:01:00.000Z', [true]],
    // A day before, where a quarter is less than a look a day can see.
    ['P3D', '2027-05-03T05:59:00.000Z', []],
    ['P3D', '2027-05-03T06:01:00.000Z', [false]],
    // And not before half of the time is over.
    ['P1D', '2027-05-01T17:59:00.000Z', []],
    ['P1D', '2027-05-01T18:01:00.000Z', [false]],
    [undefined, '2037-05-01T06:00:00.000Z', []],
  ] as const)('where %s is allowed, at %s: %j', (age, at, old) => {
    expect(ageing(age, at, entry('D-1')).map(({ isOld }) => isOld)).toEqual(old);
  });

  test('all of one owner at once, and nothing of what may not be used anyway, is kept here, or was confirmed since', () => {
    const [first, second, ...more] = ageing(
      'P8D',
      '2027-05-08T06:00:00.000Z',
      entry('D-1'),
      entry('D-2'),
      entry('D-3', { owner: 'ann' }),
      entry('D-4', { closedBecause: 'its status is superseded' }),
      entry('D-5', { mirror: { system: 'eqms', id: 'D-5', asOf: '2027-05-07T06:00:00.000Z' } }),
      entry('D-6', { mirror: undefined }),
    );
    expect([first?.owner, first?.entries.map(({ id }) => id)]).toEqual(['qa', ['D-1', 'D-2']]);
    expect([second?.owner, second?.entries.map(({ id }) => id)]).toEqual(['ann', ['D-3']]);
    expect(more).toEqual([]);
  });
});

test('what is read unchanged is kept anew once a third of the age that is allowed is over', () => {
  expect(freshSince('2027-05-09T06:00:00.000Z', 'P6D', 'Europe/Berlin')).toBe('2027-05-07T06:00:00.000Z');
  expect(freshSince('2027-05-31T06:00:00.000Z', undefined, 'Europe/Berlin')).toBe('2027-05-01T06:00:00.000Z');
});
