import { expect, it, test } from 'vitest';
import type { StaffCompetence } from '../../../lambdas/domain/competence/competence.ts';
import { asksFor, lapsingOf } from '../../../lambdas/domain/competence/lapsing.ts';
import { documents } from '../../../lambdas/domain/registers/documents.ts';
import { type Lapsing, renewalsDue } from '../../../lambdas/domain/renewals/renewal-ladder.ts';
import { aDocument, aReadinessOf, standingEntry } from '../../support/register-entries.ts';

const thaw = (lastDay: string): Lapsing => ({ what: 'competence', name: 'thaw', lastDay, owner: 'lou' });
const rungs = (lastDay: string, now: string) =>
  renewalsDue([thaw(lastDay)], { now, zone: 'Europe/Berlin' }).map(({ rung }) => rung);

it.each([
  ['2027-05-02', []],
  ['2027-05-01', ['60']],
  ['2027-04-02', ['60']],
  ['2027-04-01', ['30']],
  ['2027-03-10', ['30']],
  ['2027-03-09', ['7']],
  ['2027-03-02', ['7']],
  ['2027-03-01', ['lapsed']],
  ['2027-01-31', ['lapsed']],
  ['2027-01-30', []],
])('what counts until %s is told on 2 March at %j', (lastDay, told) => {
  expect(rungs(lastDay, '2027-03-02T09:00:00.000Z')).toEqual(told);
});

it.each([
  ['2027-06-01', []],
  ['2027-05-31', ['90']],
  ['2027-05-02', ['90']],
  ['2027-05-01', ['60']],
  ['2027-03-09', ['7']],
  ['2027-03-01', ['lapsed']],
])('what of a register counts until %s is told on 2 March at %j', (lastDay, told) => {
  const calibration: Lapsing = { ...thaw(lastDay), what: 'equipment', entry: { id: 'LN2-3', part: 'calibration' } };
  const due = renewalsDue([calibration], { now: '2027-03-02T09:00:00.000Z', zone: 'Europe/Berlin' });
  expect(due.map(({ rung }) => rung)).toEqual(told);
});

it.each([
  ['2027-04-02', []],
  ['2027-04-01', ['30']],
  ['2027-03-09', ['7']],
  ['2027-03-01', ['lapsed']],
  ['2025-03-01', ['lapsed']],
])('what is to be done by %s and closes nothing is told on 2 March at %j', (lastDay, told) => {
  const check: Lapsing = { ...thaw(lastDay), what: 'documents', closesNothing: true };
  const due = renewalsDue([check], { now: '2027-03-02T09:00:00.000Z', zone: 'Europe/Berlin' });
  expect(due.map(({ rung }) => rung)).toEqual(told);
});

test('what ends first is told first', () => {
  const all = ['2027-03-20', '2027-03-05', '2027-03-12'].map(thaw);
  const due = renewalsDue(all, { now: '2027-03-02T09:00:00.000Z', zone: 'Europe/Berlin' });
  expect(due.map(({ one }) => one.lastDay)).toEqual(['2027-03-05', '2027-03-12', '2027-03-20']);
});

test('days are those of the site', () => {
  expect(rungs('2027-03-01', '2027-03-01T22:59:00.000Z')).toEqual(['7']);
  expect(rungs('2027-03-01', '2027-03-01T23:00:00.000Z')).toEqual(['lapsed']);
});

test('of several assessments the one that counts longest lapses, and none that was taken back', () => {
  const one = (validUntil: string, revokedAt?: string) => ({
    training: 'SOP-7',
    assessedOn: '2026-01-05',
    validUntil,
    since: '2026-01-05T12:00:00.000Z',
    ...(revokedAt === undefined ? {} : { revokedAt }),
  });
  const competence: StaffCompetence = {
    thaw: [one('2027-06-01'), one('2027-01-05'), one('2028-01-05', '2026-02-01T12:00:00.000Z')],
    receipt: [one('2027-06-01', '2026-02-01T12:00:00.000Z')],
  };
  expect(lapsingOf('lou', competence)).toEqual([thaw('2027-06-01')]);
  expect(lapsingOf('lou')).toEqual([]);
});

test('a step asks for its own task and for those of its checklist', () => {
  expect([asksFor('Give the product', 'thaw'), asksFor('Give the product', 'receipt')]).toEqual([true, false]);
  expect(asksFor('Accept receipt', 'receipt')).toBe(true);
});

test('of assessments in two versions of a procedure the one lapses that may still be done by', () => {
  const one = (version: string, validUntil: string) => ({
    ...{ training: 'SOP-12', procedure: { id: 'SOP-12', version }, assessedOn: '2026-03-02', validUntil },
    since: '2026-03-02T12:00:00.000Z',
  });
  const competence: StaffCompetence = { thaw: [one('4', '2028-06-01'), one('5', '2027-06-01')] };
  const document = aDocument({ version: '5', revision: 'major', effectiveFrom: '2026-03-02', serves: [] });
  const before = aDocument({ status: 'superseded', effectiveFrom: '2026-02-01', serves: [] });
  const readiness = aReadinessOf(
    standingEntry({ register: 'documents', id: 'SOP-12/4', ...documents.standing(before) }),
    standingEntry({ register: 'documents', id: 'SOP-12/5', ...documents.standing(document) }),
  );
  const at = '2027-03-02T09:00:00.000Z';
  expect(lapsingOf('lou', competence, { at, zone: 'Europe/Berlin', readiness })).toEqual([thaw('2027-06-01')]);
  expect(lapsingOf('lou', competence)).toEqual([thaw('2028-06-01')]);
});
