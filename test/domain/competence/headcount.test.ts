import { expect, test } from 'vitest';
import type { StaffCompetence } from '../../../lambdas/domain/competence/competence.ts';
import { headcountStanding } from '../../../lambdas/domain/competence/headcount.ts';
import { lapsingHeadcounts } from '../../../lambdas/domain/competence/lapsing-headcounts.ts';
import { documents } from '../../../lambdas/domain/registers/documents.ts';
import { noReadiness } from '../../../lambdas/domain/registers/site-readiness.ts';
import type { EntryStanding } from '../../../lambdas/domain/registers/standing.ts';
import { renewalsDue } from '../../../lambdas/domain/renewals/renewal-ladder.ts';
import { aDocument, aReadinessOf, standingEntry } from '../../support/register-entries.ts';

const at = '2027-02-01T09:00:00.000Z';
const zone = 'Europe/Berlin';
const person = (id: string, validUntil?: string, more: object = {}) => ({
  ...{ id, active: true },
  ...(validUntil === undefined
    ? {}
    : {
        competence: {
          thaw: [
            { training: 'SOP-12', assessedOn: '2026-02-01', validUntil, since: '2026-02-01T12:00:00.000Z', ...more },
          ],
        } as StaffCompetence,
      }),
});
const THREE = [{ task: 'thaw', people: 3 }] as const;
const asked = { at, zone, readiness: noReadiness('site-1') };
const LATER = '2028-01-31';

test('enough are competent, now and for the days ahead', () => {
  const staff = [person('lou', LATER), person('lea', LATER), person('lin', LATER), person('nia')];
  expect(headcountStanding(staff, THREE, asked)).toEqual([{ task: 'thaw', need: 3, have: 3 }]);
});

test('too few are from the day after the assessment of somebody ends, and it says whose', () => {
  const staff = [
    person('lou', LATER),
    person('lea', '2027-03-13'),
    person('lin', LATER),
    person('lin-2', '2027-02-10'),
  ];
  expect(headcountStanding(staff, THREE, asked)).toEqual([
    { task: 'thaw', need: 3, have: 4, short: { from: '2027-03-14', have: 2, because: ['lea'] } },
  ]);
});

test('too few are already: who was assessed once, or nobody of those who are left', () => {
  const lapsed = [person('lou', LATER), person('lea', LATER), person('lin', '2027-01-31')];
  expect(headcountStanding(lapsed, THREE, asked)).toMatchObject([{ have: 2, short: { have: 2, because: ['lin'] } }]);
  const left = [person('lou', LATER), person('lea', LATER), { ...person('lin', LATER), active: false }];
  expect(headcountStanding(left, THREE, asked)).toMatchObject([{ have: 2, short: { have: 2, because: [] } }]);
});

test('a major revision that comes into force takes whoever has not read it', () => {
  const procedure = { id: 'SOP-12', version: '4' };
  const staff = ['lou', 'lea', 'lin'].map((id) => person(id, LATER, id === 'lou' ? { procedure } : {}));
  const five = aDocument({ version: '5', revision: 'major', effectiveFrom: '2027-02-15' });
  const readiness = aReadinessOf(standingEntry({ register: 'documents', id: 'SOP-12/5', ...documents.standing(five) }));
  expect(headcountStanding(staff, THREE, { at, zone, readiness })).toMatchObject([
    { have: 3, short: { from: '2027-02-15', have: 2, because: ['lou'] } },
  ]);
});

const ready = (id: string, more: Partial<EntryStanding> = {}) =>
  standingEntry({
    ...{ register: 'product-readiness', id, name: `Readiness for ${id}`, owner: 'programme-lead', counts: [] },
    headcount: [{ task: 'thaw', people: 3 }],
    ...more,
  });

test('it is told by the ladder of renewals, once for products that are short of the same, and not of a product that is not open', () => {
  const staff = [person('lou', LATER), person('lea', '2027-03-13'), person('lin', LATER)];
  const readiness = aReadinessOf(
    ready('one'),
    ready('two'),
    ready('three', { closedBecause: 'its status is preparing' }),
  );
  const told = lapsingHeadcounts(staff, { at: '2027-02-20T09:00:00.000Z', zone, readiness });
  expect(told).toMatchObject([
    {
      ...{ name: 'Readiness for one, Readiness for two', owner: 'programme-lead', lastDay: '2027-03-13' },
      short: { task: 'thaw', have: 2, need: 3, because: ['lea'], isNow: false },
    },
  ]);
  const on = (day: string) => {
    const now = `${day}T09:00:00.000Z`;
    return renewalsDue(lapsingHeadcounts(staff, { at: now, zone, readiness }), { now, zone }).map(({ rung }) => rung);
  };
  expect([on('2027-02-20'), on('2027-03-08'), on('2027-03-20')]).toEqual([['30'], ['7'], ['lapsed']]);
});
