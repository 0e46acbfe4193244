import { describe, expect, it } from 'vitest';
import type { GateContext } from '../../../../lambdas/domain/gates/gate.ts';
import { procedureEffective } from '../../../../lambdas/domain/gates/registers/procedure-effective.ts';
import { type Document, documents } from '../../../../lambdas/domain/registers/documents.ts';
import { aDocument, aReadinessOf, standingEntry } from '../../../support/register-entries.ts';
import { sceneOf } from '../../../support/scenes.ts';

const { state, protocol } = sceneOf('Place the order').journey;
const version = (number: string, over: Partial<Document> = {}) =>
  standingEntry({
    ...{ register: 'documents', id: `SOP-12/${number}` },
    ...documents.standing(aDocument({ version: number, ...over })),
  });
const OPENED = '2026-05-20T10:00:00.000Z';
const judged = (now: string, ...entries: Parameters<typeof aReadinessOf>) => {
  const context: GateContext = { state, protocol, now, evidence: {}, readiness: aReadinessOf(...entries) };
  return procedureEffective({ id: 'SOP-12', version: '4' }, OPENED).judge(context);
};
const IN_FORCE = '2026-06-01T10:00:00.000Z';

describe('the procedure beside a form', () => {
  it('is in force in the version that counts now, and in one of which the site keeps no register', () => {
    expect(
      judged(IN_FORCE, version('3', { status: 'superseded' }), version('4'), version('5', { status: 'draft' })),
    ).toEqual({
      status: 'open',
    });
    expect(judged(IN_FORCE).status).toBe('open');
  });

  it.each<[string, string, Parameters<typeof aReadinessOf>, string]>([
    ['superseded', IN_FORCE, [version('4', { status: 'superseded' })], 'its status is superseded'],
    ['still in training', IN_FORCE, [version('4', { status: 'training' })], 'its status is training'],
    ['before its first day', '2026-01-31T10:00:00.000Z', [version('4')], 'counts from 2026-02-01 on'],
    [
      'when a newer version counted before people were asked, though nobody said that this one is superseded',
      IN_FORCE,
      [version('4'), version('5', { effectiveFrom: '2026-05-01' })],
      'Receipt of a product (SOP-12 version 5) counts since 2026-05-01',
    ],
    [
      'when the register knows another version only',
      IN_FORCE,
      [version('5')],
      'SOP-12 version 4 stands beside the form',
    ],
    ['61 days after its review was due', '2028-04-01T10:00:00.000Z', [version('4')], 'review of Receipt of a product'],
  ])('is not in force %s', (_, now, entries, reason) => {
    expect(judged(now, ...entries)).toMatchObject({ status: 'closed', reason: expect.stringContaining(reason) });
  });

  it('is in force for 60 days after its review was due', () => {
    expect(judged('2028-03-31T10:00:00.000Z', version('4')).status).toBe('open');
  });

  it('goes on in force when the next version counts since people were asked', () => {
    expect(judged(IN_FORCE, version('4'), version('5', { effectiveFrom: '2026-05-25' })).status).toBe('open');
  });

  it('goes on in force while the next version is approved for a later day', () => {
    expect(judged(IN_FORCE, version('4'), version('5', { effectiveFrom: '2026-07-01' })).status).toBe('open');
  });
});
