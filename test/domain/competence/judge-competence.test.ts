import { describe, expect, it } from 'vitest';
import {
  type CompetenceRecord,
  competenceAt,
  type StaffCompetence,
  withRecord,
} from '../../../lambdas/domain/competence/competence.ts';
import { competentBy, judgeCompetence } from '../../../lambdas/domain/competence/judge-competence.ts';

const ZONE = 'Europe/Berlin';
const by = { by: 'qa', why: 'yearly' };
const assessed = (assessedOn: string, validUntil: string, at = `${assessedOn}T12:00:00.000Z`): CompetenceRecord => ({
  what: 'assessed',
  task: 'thaw',
  training: 'SOP-7 version 2',
  observed: 3,
  required: 3,
  assessor: 'lead',
  assessedOn,
  validUntil,
  at,
  ...by,
});
const revoked = (at: string): CompetenceRecord => ({ what: 'revoked', task: 'thaw', at, ...by });
const known = (...records: CompetenceRecord[]): StaffCompetence => records.reduce(withRecord, {} as StaffCompetence);
const statusAt = (competence: StaffCompetence | undefined, at: string): string =>
  judgeCompetence(competence, { task: 'thaw', at, zone: ZONE }).status;

describe('somebody is competent', () => {
  const one = known(assessed('2026-03-02', '2027-03-01'));

  it.each([
    ['not before the day of the assessment begins at the site', '2026-03-01T22:59:59.999Z', 'closed'],
    ['from that day on', '2026-03-01T23:00:00.000Z', 'open'],
    ['to the end of the last day at the site', '2027-03-01T22:59:59.999Z', 'open'],
    ['and not after it', '2027-03-01T23:00:00.000Z', 'closed'],
  ])('%s', (_, at, status) => expect(statusAt(one, at)).toBe(status));

  it('not where nothing is recorded: that is unknown, which is not open', () => {
    expect(statusAt(undefined, '2026-06-01T08:00:00.000Z')).toBe('unknown');
    expect(judgeCompetence(one, { task: 'receipt', at: '2026-06-01T08:00:00.000Z', zone: ZONE }).status).toBe(
      'unknown',
    );
  });

  it('until the instant of a revocation, and again by an assessment after it', () => {
    const back = known(assessed('2026-03-02', '2027-03-01'), revoked('2026-05-04T10:00:00.000Z'));
    expect(statusAt(back, '2026-05-04T09:59:59.999Z')).toBe('open');
    expect(statusAt(back, '2026-05-04T10:00:00.000Z')).toBe('closed');
    expect(statusAt(withRecord(back, assessed('2026-05-11', '2027-05-10')), '2026-05-12T10:00:00.000Z')).toBe('open');
  });

  it('under the assessment that counted then, whatever came later', () => {
    const two = known(assessed('2026-03-02', '2027-03-01'), assessed('2027-03-15', '2028-03-14'));
    expect(competentBy(two, { task: 'thaw', at: '2026-06-01T08:00:00.000Z', zone: ZONE })?.assessedOn).toBe(
      '2026-03-02',
    );
    expect(statusAt(two, '2027-03-08T08:00:00.000Z')).toBe('closed');
  });
});

it('what was known by an instant is told apart from what was entered later', () => {
  const late = assessed('2026-03-02', '2027-03-01', '2026-09-01T12:00:00.000Z');
  expect(statusAt(competenceAt([late], '2026-06-01T08:00:00.000Z'), '2026-06-01T08:00:00.000Z')).toBe('unknown');
  expect(statusAt(competenceAt([late], '2026-09-02T08:00:00.000Z'), '2026-06-01T08:00:00.000Z')).toBe('open');
});

it('of what was recorded at one instant a revocation counts, in whatever order it is read', () => {
  const both = [revoked('2026-03-02T12:00:00.000Z'), assessed('2026-03-02', '2027-03-01')];
  for (const read of [both, both.toReversed()]) {
    const known = competenceAt(read, '2026-06-01T08:00:00.000Z');
    expect(statusAt(known, '2026-06-01T08:00:00.000Z')).toBe('closed');
  }
});

it('the assessment that counts now is kept in whatever order many are entered', () => {
  const years = [2023, 2024, 2025, 2026].map((year) =>
    assessed(`${year}-03-02`, `${year + 1}-03-01`, '2026-04-01T12:00:00.000Z'),
  );
  for (const read of [years, years.toReversed()]) {
    expect(statusAt(known(...read), '2026-06-01T08:00:00.000Z')).toBe('open');
    // The register itself knows all of them.
    expect(statusAt(competenceAt(read, '2026-06-01T08:00:00.000Z'), '2023-06-01T08:00:00.000Z')).toBe('open');
  }
});

it('a reason names the day, the training and what can be done, and no person', () => {
  const verdict = judgeCompetence(known(assessed('2026-03-02', '2027-03-01')), {
    task: 'thaw',
    at: '2027-04-01T08:00:00.000Z',
    zone: ZONE,
  });
  expect(verdict).toEqual({
    status: 'closed',
    reason:
      'Competence in thaw: lapsed after 2027-03-01 (SOP-7 version 2). Another person who is competent can sign, or the assessor records a new assessment.',
  });
});
