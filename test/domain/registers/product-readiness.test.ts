import { describe, expect, it } from 'vitest';
import {
  type ProductReadiness,
  productReadinessRegister,
} from '../../../lambdas/domain/registers/product-readiness.ts';
import { aReadiness } from '../../support/register-entries.ts';

const { misfit, standing } = productReadinessRegister;

describe('the readiness of a site for a product', () => {
  it.each<[string, Partial<ProductReadiness>, Partial<ProductReadiness> | undefined, string]>([
    ['without a qualification by the maker', { qualification: undefined }, undefined, 'qualification: got none'],
    ['without anybody who is reached at night', { contacts: [] }, undefined, 'contacts: got none'],
    ['without an agreement', { agreements: [] }, undefined, 'agreements: got none'],
    ['without a risk assessment', { riskAssessments: [] }, undefined, 'riskAssessments: got none'],
    [
      'without an approval of what is genetically modified',
      { gmoApproval: undefined },
      undefined,
      'gmoApproval: got none',
    ],
    ['straight after it had ended', {}, { status: 'ended' }, 'status: got open after ended'],
    ['suspended for no reason', { status: 'suspended' }, {}, 'because: got none'],
    ['of another product', { protocol: 'yescarta' }, {}, 'protocol: got another'],
  ])('is refused %s', (_, over, before, expected) => {
    expect(misfit(aReadiness(over), before && aReadiness(before))).toContain(expected);
  });

  it('asks no approval for what is not genetically modified, and nothing of a site that prepares', () => {
    const none = { gmoApproval: undefined, gmoApprovedUntil: undefined };
    expect(misfit(aReadiness({ geneticallyModified: false, ...none }), undefined)).toBeNull();
    expect(misfit(aReadiness({ status: 'preparing', contacts: [], agreements: [] }), undefined)).toBeNull();
  });

  it('is closed while it is suspended, and opens again', () => {
    const suspended = aReadiness({ status: 'suspended', because: 'audit finding 4' });
    expect(standing(suspended).closedBecause).toBe('its status is suspended: audit finding 4');
    expect(misfit(aReadiness(), suspended)).toBeNull();
  });

  it('rests on its agreements, risk assessments, documents and equipment', () => {
    expect(standing(aReadiness({ equipment: ['LN2-3'] })).restsOn).toEqual([
      { register: 'agreements', id: 'AG-7' },
      { register: 'risk-assessments', id: 'RA-3' },
      { register: 'documents', id: 'SOP-12' },
      { register: 'equipment', id: 'LN2-3' },
    ]);
  });
});
