import { describe, expect, it } from 'vitest';
import { judgeEntry } from '../../../lambdas/domain/registers/judge-entry.ts';
import type { EntryStanding } from '../../../lambdas/domain/registers/standing.ts';
import { aReadinessOf } from '../../support/register-entries.ts';

const zone = 'Europe/Berlin';
const entry = (over: Partial<EntryStanding>): EntryStanding => ({
  register: 'equipment',
  id: 'LN2-3',
  version: 1,
  name: 'LN2 vessel 3',
  owner: 'cell-lab-lead',
  counts: [],
  ...over,
});
const judged = (one: EntryStanding, at: string, others: readonly EntryStanding[] = []) =>
  judgeEntry(aReadinessOf(one, ...others), one, { at, zone, mirrorAge: { assets: 'P2D' } });

describe('Given an entry of a register, when it is judged', () => {
  const calibrated = entry({ counts: [{ what: 'calibration', from: '2026-01-10', until: '2026-05-01' }] });

  it('then it counts from the first day until the end of the last day at the site', () => {
    expect(judged(calibrated, '2026-01-09T22:59:59.000Z').status).toBe('closed');
    expect(judged(calibrated, '2026-01-09T23:00:00.000Z').status).toBe('open');
    expect(judged(calibrated, '2026-05-01T21:59:59.000Z').status).toBe('open');
    expect(judged(calibrated, '2026-05-01T22:00:00.000Z')).toMatchObject({
      status: 'closed',
      reason: 'calibration of LN2 vessel 3 lapsed after 2026-05-01; owner cell-lab-lead.',
    });
  });

  it('then one that may not be used is closed whatever its days say', () => {
    expect(judged({ ...calibrated, closedBecause: 'quarantined' }, '2026-02-01T12:00:00.000Z').status).toBe('closed');
  });

  it('then what it rests on closes it, and what is not in the register leaves it unknown', () => {
    const resting = entry({ id: 'A', restsOn: [{ register: 'agreements', id: 'QA-1' }] });
    const agreement = entry({
      register: 'agreements',
      id: 'QA-1',
      counts: [{ what: 'agreement', until: '2026-02-01' }],
    });
    expect(judged(resting, '2026-02-01T12:00:00.000Z', [agreement]).status).toBe('open');
    expect(judged(resting, '2026-02-03T12:00:00.000Z', [agreement]).status).toBe('closed');
    expect(judged(resting, '2026-02-01T12:00:00.000Z').status).toBe('unknown');
  });

  it('then one of several versions that may be used is enough', () => {
    const resting = entry({ id: 'A', restsOn: [{ register: 'agreements', id: 'QA-1' }] });
    const version = (number: number, over: Partial<EntryStanding>) =>
      entry({ register: 'agreements', id: `QA-1/${number}`, serves: ['QA-1'], ...over });
    const superseded = version(1, { closedBecause: 'superseded' });
    expect(judged(resting, '2026-02-01T12:00:00.000Z', [superseded, version(2, {})]).status).toBe('open');
    expect(judged(resting, '2026-02-01T12:00:00.000Z', [superseded]).status).toBe('closed');
  });

  it('then what has a grace closes that much later than it lapses', () => {
    const due = entry({ name: 'SOP 12', counts: [{ what: 'review', until: '2026-02-01', grace: 'P60D' }] });
    expect(judged(due, '2026-04-02T21:59:59.000Z').status).toBe('open');
    expect(judged(due, '2026-04-02T22:00:00.000Z')).toMatchObject({
      status: 'closed',
      reason: 'review of SOP 12 lapsed after 2026-02-01, longer ago than P60D; owner cell-lab-lead.',
    });
  });

  it('then two that rest on each other end', () => {
    const one = entry({ id: 'A', restsOn: [{ register: 'equipment', id: 'B' }] });
    const other = entry({ id: 'B', restsOn: [{ register: 'equipment', id: 'A' }] });
    expect(judged(one, '2026-02-01T12:00:00.000Z', [other]).status).toBe('open');
  });

  it('then a mirror older than its system may be is unknown', () => {
    const mirrored = entry({ mirror: { system: 'assets', id: '7', asOf: '2026-02-01T00:00:00.000Z' } });
    expect(judged(mirrored, '2026-02-03T00:00:00.000Z').status).toBe('open');
    expect(judged(mirrored, '2026-02-03T00:00:01.000Z').status).toBe('unknown');
  });
});
