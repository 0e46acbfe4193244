import { expect, test } from 'vitest';
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
const entering = { person: 'ann', before: undefined, zone: 'Europe/Berlin' };
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

test('only what still counts can be revoked', () => {
  const revocation = {
    what: 'revoked',
    task: 'thaw',
    by: 'qa',
    why: 'two near misses',
    at: '2027-06-01T08:00:00.000Z',
  };
  expect(recordCompetence(revocation, entering).ok).toBe(false);
  const standing = { training: 'SOP-7', assessedOn: '2027-03-02', validUntil: '2028-03-01', since: given.at };
  expect(recordCompetence(revocation, { ...entering, before: { thaw: [standing] } }).ok).toBe(true);
  const gone = { ...standing, revokedAt: '2027-05-01T08:00:00.000Z' };
  expect(recordCompetence(revocation, { ...entering, before: { thaw: [gone] } }).ok).toBe(false);
});
