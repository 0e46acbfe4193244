import { expect, test } from 'vitest';
import type { StaffCompetence } from '../../../lambdas/domain/competence/competence.ts';
import type { Curricula } from '../../../lambdas/domain/competence/curricula.ts';
import { assignments } from '../../../lambdas/domain/competence/curriculum.ts';
import { type Document, documents } from '../../../lambdas/domain/registers/documents.ts';
import { aDocument, aReadinessOf, standingEntry } from '../../support/register-entries.ts';

const CURRICULA: Curricula = [
  { role: 'cell-lab', tasks: [{ task: 'receipt' }] },
  { role: 'cell-lab', protocol: 'kymriah', tasks: [{ task: 'thaw', procedure: 'SOP-12' }] },
  { role: 'nurse', tasks: [{ task: 'bedside-check' }] },
];
const version = (number: string, over: Partial<Document>) =>
  standingEntry({
    ...{ register: 'documents', id: `SOP-12/${number}` },
    ...documents.standing(aDocument({ version: number, revision: 'major', ...over })),
  });
const trainedIn = (id: string): StaffCompetence => ({
  thaw: [
    {
      ...{ training: `${id} version 4`, procedure: { id, version: '4' } },
      ...{ assessedOn: '2026-03-02', validUntil: '2027-03-01', since: '2026-03-02T12:00:00.000Z' },
    },
  ],
});
const assignedTo = (competence: StaffCompetence | undefined, fiveFrom: string) =>
  assignments({ id: 'lou', roles: ['cell-lab'], competence }, CURRICULA, {
    at: '2026-06-01T08:00:00.000Z',
    zone: 'Europe/Berlin',
    readiness: aReadinessOf(version('4', {}), version('5', { effectiveFrom: fiveFrom })),
  });
const thaw = (...given: Parameters<typeof assignedTo>) => assignedTo(...given).find(({ task }) => task === 'thaw');

test('somebody who joins is to be assessed in every task of the curricula of their roles, and in no other', () => {
  expect(assignedTo(undefined, '2026-09-01')).toMatchObject([
    { task: 'receipt', what: 'assessed' },
    { task: 'thaw', protocol: 'kymriah', what: 'assessed' },
  ]);
  expect(assignedTo(undefined, '2026-09-01').flatMap(({ lastDay }) => lastDay ?? [])).toEqual([]);
});

test('who was trained in the version before reads the next before its first day, or at once where it is in force', () => {
  expect(thaw(trainedIn('SOP-12'), '2026-09-01')).toMatchObject({ what: 'read', lastDay: '2026-08-31' });
  const late = thaw(trainedIn('SOP-12'), '2026-05-01');
  expect(late).toMatchObject({ what: 'read', why: expect.stringContaining('SOP-12 version 5') });
  expect(late).not.toHaveProperty('lastDay');
});

test('a version of a day after the assessment ends anyway asks for the assessment', () => {
  expect(thaw(trainedIn('SOP-12'), '2027-09-01')).toMatchObject({ what: 'assessed', lastDay: '2027-03-01' });
});

test('an assessment by another procedure than that of the curriculum is none', () => {
  expect(thaw(trainedIn('SOP-13'), '2026-09-01')).toMatchObject({ what: 'assessed' });
  expect(thaw(trainedIn('SOP-13'), '2026-09-01')).not.toHaveProperty('lastDay');
});
