import { describe, expect, it } from 'vitest';
import {
  type CompetenceRecord,
  type StaffCompetence,
  withRecord,
} from '../../../lambdas/domain/competence/competence.ts';
import { judgeCompetence } from '../../../lambdas/domain/competence/judge-competence.ts';
import { type Document, documents } from '../../../lambdas/domain/registers/documents.ts';
import { aDocument, aReadinessOf, standingEntry } from '../../support/register-entries.ts';

const by = { by: 'qa', why: 'yearly' };
const assessedIn = (version: string, assessedOn = '2026-03-02', validUntil = '2027-03-01'): CompetenceRecord => ({
  what: 'assessed',
  task: 'thaw',
  training: `SOP-12 version ${version}`,
  procedure: { id: 'SOP-12', version },
  observed: 3,
  required: 3,
  assessor: 'lead',
  assessedOn,
  validUntil,
  at: `${assessedOn}T12:00:00.000Z`,
  ...by,
});
const hasRead = (version: string, readOn: string, id = 'SOP-12'): CompetenceRecord => ({
  what: 'read',
  task: 'thaw',
  procedure: { id, version },
  readOn,
  at: `${readOn}T12:00:00.000Z`,
  ...by,
});
const known = (...records: CompetenceRecord[]): StaffCompetence => records.reduce(withRecord, {} as StaffCompetence);

const version = (number: string, over: Partial<Document> = {}) =>
  standingEntry({
    ...{ register: 'documents', id: `SOP-12/${number}` },
    ...documents.standing(aDocument({ version: number, ...over })),
  });
const FOUR = version('4', { status: 'superseded' });
const five = (over: Partial<Document> = {}) =>
  version('5', { revision: 'major', effectiveFrom: '2026-05-01', ...over });

const judged = (competence: StaffCompetence, at: string, ...entries: Parameters<typeof aReadinessOf>) =>
  judgeCompetence(competence, { task: 'thaw', at, zone: 'Europe/Berlin', readiness: aReadinessOf(...entries) });
const JUNE = '2026-06-01T08:00:00.000Z';
const trained = known(assessedIn('4'));

describe('somebody trained in a version of a procedure', () => {
  it('is not competent once a major revision is in force, and is told both versions and since when', () => {
    expect(judged(trained, JUNE, FOUR, five())).toEqual({
      status: 'closed',
      reason: expect.stringContaining(
        'trained in SOP-12 version 4; Receipt of a product (SOP-12 version 5) is in force since 2026-05-01',
      ),
    });
    expect(judged(trained, '2026-04-30T21:59:59.999Z', FOUR, five()).status).toBe('open');
    expect(judged(trained, '2026-04-30T22:00:00.000Z', FOUR, five()).status).toBe('closed');
  });

  it.each<[string, Parameters<typeof aReadinessOf>]>([
    ['a minor revision', [FOUR, five({ revision: 'minor' })]],
    ['a revision of which nothing is said', [FOUR, five({ revision: undefined })]],
    ['one that is still in training', [version('4'), five({ status: 'training' })]],
    ['one that was withdrawn', [version('4'), five({ status: 'withdrawn' })]],
    ['one that waits for its change to be approved', [version('4'), five({ changeControl: 'CC-7' })]],
    ['a major revision that they were trained after', [version('4', { revision: 'major' })]],
    ['another procedure', [FOUR, five({ document: 'SOP-13' })]],
    ['a register that knows nothing', []],
  ])('goes on with %s', (_, entries) => expect(judged(trained, JUNE, ...entries).status).toBe('open'));

  it('is not competent where a minor revision followed the major one, nor while its review is overdue', () => {
    const superseded = five({ status: 'superseded' });
    expect(judged(trained, JUNE, FOUR, superseded, version('6', { effectiveFrom: '2026-05-20' })).status).toBe(
      'closed',
    );
    const overdue = five({ reviewDue: '2026-05-02' });
    expect(judged(trained, '2026-08-03T08:00:00.000Z', FOUR, overdue).status).toBe('closed');
  });

  it('in one that the register does not know, is asked for what came into force since the assessment', () => {
    expect(judged(known(assessedIn('3')), JUNE, five()).status).toBe('closed');
    expect(judged(known(assessedIn('3', '2026-05-04')), JUNE, five()).status).toBe('open');
  });

  it('goes on from the day on which they read it, until the next major revision', () => {
    const readers = withRecord(trained, hasRead('5', '2026-05-11'));
    expect(judged(readers, '2026-05-10T21:59:59.999Z', FOUR, five()).status).toBe('closed');
    expect(judged(readers, '2026-05-10T22:00:00.000Z', FOUR, five()).status).toBe('open');
    const six = version('6', { revision: 'major', effectiveFrom: '2026-05-20' });
    const entries = [FOUR, five({ status: 'superseded' }), six] as const;
    expect(judged(readers, JUNE, ...entries)).toMatchObject({ reason: expect.stringContaining('SOP-12 version 5;') });
    expect(judged(withRecord(readers, hasRead('6', '2026-05-21')), JUNE, ...entries).status).toBe('open');
  });

  it('may read it before it is in force; a version that nobody knows, or of another procedure, opens nothing', () => {
    expect(judged(withRecord(trained, hasRead('5', '2026-04-20')), JUNE, FOUR, five()).status).toBe('open');
    expect(judged(withRecord(trained, hasRead('9', '2026-05-11')), JUNE, FOUR, five()).status).toBe('closed');
    expect(judged(withRecord(trained, hasRead('5', '2026-05-11', 'SOP-13')), JUNE, FOUR, five()).status).toBe('closed');
  });

  it('goes on by an assessment in the new version, though three in the old one last longer', () => {
    const old = ['2026-03-02', '2026-03-03', '2026-03-04'].map((day) => assessedIn('4', day, '2028-03-01'));
    const competence = known(...old, assessedIn('5', '2026-05-12', '2027-05-11'));
    expect(judged(competence, JUNE, FOUR, five()).status).toBe('open');
  });
});
