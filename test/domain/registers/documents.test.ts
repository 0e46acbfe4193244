import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, documents } from '../../../lambdas/domain/registers/documents.ts';
import { aDocument } from '../../support/register-entries.ts';

const STATUSES = ['draft', 'review', 'approved', 'training', 'effective', 'superseded', 'withdrawn'] as const;
const FOLLOWS: ReadonlySet<string> = new Set([
  ...['draft>review', 'review>draft', 'review>approved', 'approved>training', 'training>effective'],
  'effective>superseded',
  ...STATUSES.filter((one) => one !== 'superseded' && one !== 'withdrawn').map((one) => `${one}>withdrawn`),
]);

describe('a controlled document', () => {
  it('goes the way of its lifecycle and no other, whatever is tried', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATUSES), fc.constantFrom(...STATUSES), (from, to) => {
        const misfit = documents.misfit(aDocument({ status: to }), aDocument({ status: from }));
        if (from === to || FOLLOWS.has(`${from}>${to}`)) expect(misfit).toBeNull();
        else expect(misfit).toContain(`status: got ${to} after ${from}, expected`);
      }),
    );
  });

  it('is only used while it is effective', () => {
    for (const status of STATUSES) {
      expect(documents.standing(aDocument({ status })).closedBecause === undefined).toBe(status === 'effective');
    }
  });

  it.each<[string, Partial<Document>, Partial<Document> | undefined, string]>([
    ['without approver', { approver: undefined }, undefined, 'approver: got none'],
    ['approved by its author', { approver: 'ann' }, undefined, 'approver: got ann, who is its author'],
    ['approved by its reviewer', { approver: 'ben' }, undefined, 'approver: got ben, who is its reviewer'],
    ['reviewed by its author', { reviewer: 'ann' }, undefined, 'reviewer: got the author'],
    ['effective before it was approved', { effectiveFrom: '2026-01-09' }, undefined, 'effectiveFrom: got 2026-01-09'],
    ['due for review after two years', { reviewDue: '2028-02-02' }, undefined, 'expected 2028-02-01 or earlier'],
    ['put off without a review', {}, { reviewDue: '2027-01-31' }, 'expected a review'],
    ['used since another day', { effectiveFrom: '2026-01-20' }, {}, 'effectiveFrom: got another than before'],
    ['with another text than approved', { sha256: 'b'.repeat(64) }, {}, 'sha256: got another than before'],
    ['as another version', { version: '5' }, {}, 'version: got another than before'],
    ['reviewed before it was used', { reviewedOn: '2026-01-31' }, undefined, 'reviewedOn: got 2026-01-31'],
  ])('is refused %s', (_, over, before, expected) => {
    expect(documents.misfit(aDocument(over), before && aDocument(before))).toContain(expected);
  });

  it('is put off by a review', () => {
    const after = aDocument({ reviewedOn: '2028-01-15', reviewDue: '2030-01-14' });
    expect(documents.misfit(after, aDocument())).toBeNull();
  });

  it('names who approves it as somebody of quality assurance', () => {
    expect(documents.people?.(aDocument())).toContainEqual({ field: 'approver', id: 'qa', role: 'qa' });
  });

  it('serves no step that there is not', () => {
    expect(documents.entry().safeParse(aDocument({ serves: ['Accept the receipt'] })).success).toBe(false);
  });

  it('rests on the change by which it was made', () => {
    expect(documents.standing(aDocument({ changeControl: 'CC-7' })).restsOn).toEqual([
      { register: 'change-controls', id: 'CC-7' },
    ]);
    expect(documents.standing(aDocument({})).restsOn).toBeUndefined();
  });
});
