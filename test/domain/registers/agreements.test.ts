import { describe, expect, it } from 'vitest';
import { type Agreement, agreements } from '../../../lambdas/domain/registers/agreements.ts';
import { anAgreement } from '../../support/register-entries.ts';

describe('an agreement', () => {
  it.each<[string, Partial<Agreement>, Partial<Agreement> | undefined, string]>([
    ['effective straight from a draft', {}, { status: 'draft' }, 'status: got effective after draft'],
    ['back from terminated', {}, { status: 'terminated' }, 'status: got effective after terminated'],
    [
      'that one party did not sign',
      { signatures: anAgreement().signatures.slice(1) },
      undefined,
      'got none of The hospital',
    ],
    ['before the last signature', { effectiveFrom: '2026-01-11' }, undefined, 'not before the last signature'],
    ['with a duty of somebody else', { responsibilities: [{ what: 'x', party: 'Y' }] }, undefined, 'party: got Y'],
    ['due for review after two years', { reviewDue: '2028-02-02' }, undefined, 'expected 2028-02-01 or earlier'],
    ['that ends before it begins', { endsOn: '2026-01-31' }, undefined, 'endsOn: got 2026-01-31'],
    ['on other terms than signed', { scope: ['supply'] }, {}, 'scope: got another than before'],
    ['without a day of review', { reviewDue: undefined }, undefined, 'reviewDue: got none'],
  ])('is refused %s', (_, over, before, expected) => {
    expect(agreements.misfit(anAgreement(over), before && anAgreement(before))).toContain(expected);
  });

  it('goes from signed to effective to superseded', () => {
    expect(agreements.misfit(anAgreement(), anAgreement({ status: 'signed' }))).toBeNull();
    expect(agreements.misfit(anAgreement({ status: 'superseded' }), anAgreement())).toBeNull();
  });

  it('counts from its first day until its last and until its review is due', () => {
    expect(agreements.standing(anAgreement({ endsOn: '2027-06-30' })).counts).toEqual([
      { what: 'agreement', from: '2026-02-01', until: '2027-06-30' },
      { what: 'review', until: '2028-01-31' },
    ]);
  });
});
