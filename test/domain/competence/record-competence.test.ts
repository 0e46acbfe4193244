import { expect, test } from 'vitest';
import type { CompetenceRecord } from '../../../lambdas/domain/competence/competence.ts';
import { recordCompetence } from '../../../lambdas/domain/competence/record-competence.ts';

const given = {
  what: 'assessed',
  task: 'thaw',
  training: 'SOP-7 version 2',
  observed: 3,
  required: 3,
  assessor: 'lead',
  assessedOn: '2027-03-02',
  validUntil: '2028-03-01',
  by: 'qa',
  why: 'yearly',
  at: '2027-03-02T12:00:00.000Z',
};
const entering = { person: 'ann', before: [], zone: 'Europe/Berlin' };
const refusal = (change: Readonly<Record<string, unknown>>): string => {
  const recorded = recordCompetence({ ...given, ...change }, entering);
  return recorded.ok ? 'recorded' : recorded.refusal.message;
};

test('an assessment by another person is recorded', () => expect(refusal({})).toBe('recorded'));

test.each([
  ['assessed by themselves', { assessor: 'Ann ' }, /assessor: got the person themselves/],
  ['entered by themselves', { by: 'ann' }, /by: got the person themselves/],
  ['seen less often than needed', { observed: 2 }, /observed: got 2, expected 3 or more/],
  ['ending before it begins', { validUntil: '2027-03-01' }, /expected not before 2027-03-02/],
  ['of a day to come', { assessedOn: '2027-03-03' }, /expected not after today/],
  ['of a task nobody knows', { task: 'dancing' }, /task/],
  ['with a field nobody knows', { grade: 'A' }, /grade/],
])('one is not that is %s', (_, change, why) => expect(refusal(change)).toMatch(why));

const revocation = {
  what: 'revoked',
  task: 'thaw',
  by: 'qa',
  why: 'two near misses',
  at: '2027-06-01T08:00:00.000Z',
} as const;
const known = given as CompetenceRecord;

test('only what still counts can be revoked', () => {
  const revoking = (before: readonly CompetenceRecord[]) => recordCompetence(revocation, { ...entering, before }).ok;
  expect(revoking([])).toBe(false);
  expect(revoking([known])).toBe(true);
  expect(revoking([known, { ...revocation, at: '2027-05-01T08:00:00.000Z' }])).toBe(false);
});

test('after a revocation only a new assessment counts: none of before', () => {
  const before = [known, revocation];
  const at = '2027-06-02T08:00:00.000Z';
  const late = { ...given, training: 'SOP-7 version 3', assessedOn: '2027-05-31', at };
  expect(recordCompetence(late, { ...entering, before })).toMatchObject({
    refusal: { message: expect.stringContaining('expected a day since it was revoked') },
  });
  expect(recordCompetence({ ...late, assessedOn: '2027-06-01' }, { ...entering, before }).ok).toBe(true);
});

test('what is read adds to an assessment in the same procedure, in another version of it, and is entered by another', () => {
  const trained = { ...known, procedure: { id: 'SOP-7', version: '2' } } as CompetenceRecord;
  const reading = (change: Readonly<Record<string, unknown>>, before = [trained]): string => {
    const { by, at } = revocation;
    const read = { what: 'read', task: 'thaw', procedure: { id: 'SOP-7', version: '3' }, readOn: '2027-05-31', by, at };
    const recorded = recordCompetence({ ...read, why: 'version 3', ...change }, { ...entering, before });
    return recorded.ok ? 'recorded' : recorded.refusal.message;
  };
  expect(reading({})).toBe('recorded');
  expect(reading({ by: 'ann' })).toMatch(/by: got the person themselves/);
  expect(reading({ readOn: '2027-06-02' })).toMatch(/readOn: got 2027-06-02, expected not after today/);
  expect(reading({ procedure: { id: 'SOP-7', version: '2' } })).toMatch(/got version 2, expected another/);
  expect(reading({ procedure: { id: 'SOP-8', version: '3' } })).toMatch(/procedure: got SOP-8/);
  expect(reading({ task: 'receipt' })).toMatch(/procedure: got SOP-7/);
  expect(reading({}, [known])).toMatch(/procedure: got SOP-7/);
  expect(reading({}, [trained, { ...revocation, at: '2027-05-01T08:00:00.000Z' }])).toMatch(/that was not revoked/);
});
