import { expect, it } from 'vitest';
import { documents } from '../../../lambdas/domain/registers/documents.ts';
import { procedureInForce } from '../../../lambdas/domain/registers/procedure-in-force.ts';
import type { SiteReadiness } from '../../../lambdas/domain/registers/site-readiness.ts';
import type { SiteProcedures } from '../../../lambdas/domain/steps/procedure.ts';
import { aDocument, aReadinessOf, standingEntry } from '../../support/register-entries.ts';

const entry = (over: Parameters<typeof aDocument>[0] = {}) => {
  const document = aDocument(over);
  return standingEntry({ id: `${document.document}/${document.version}`, ...documents.standing(document) });
};
const CONFIGURED: readonly SiteProcedures[] = [{ site: 'main', of: { Receipt: { id: 'SOP-1', version: '1' } } }];

const shown = (
  readiness: SiteReadiness | undefined,
  {
    at = '2026-06-01T10:00:00.000Z',
    step = 'Accept receipt' as 'Accept receipt' | 'Inspect the delivery',
    mirrorAge = {},
  } = {},
): string | undefined => {
  const asked = { at, zone: 'Europe/Berlin', mirrorAge };
  const found = procedureInForce({
    ...{ readiness, configured: CONFIGURED, site: 'main', asked },
    of: { step, phase: 'Receipt' },
  });
  return found === undefined ? undefined : `${found.id} ${found.version}`;
};

it('is the effective one of the register that serves the step or its phase, else the configured one', () => {
  expect(shown(undefined)).toBe('SOP-1 1');
  expect(shown(aReadinessOf())).toBe('SOP-1 1');
  expect(shown(aReadinessOf(entry()))).toBe('SOP-12 4');
  expect(shown(aReadinessOf(entry()), { step: 'Inspect the delivery' })).toBe('SOP-12 4');
  expect(shown(aReadinessOf(entry({ serves: ['Give the product'] })))).toBe('SOP-1 1');
});

it.each([
  ['a draft', entry({ status: 'draft' })],
  ['one that was withdrawn', entry({ status: 'withdrawn' })],
  ['a checklist', entry({ type: 'checklist' })],
  ['one whose day has not come', entry({ effectiveFrom: '2026-06-02' })],
  ['one that rests on a change nobody knows', entry({ changeControl: 'CC-1' })],
])('is not %s', (_, one) => {
  expect(shown(aReadinessOf(one))).toBe('SOP-1 1');
});

it('is the next version from the first moment of its day at the site on, and what that no longer serves has none of it', () => {
  const next = entry({ version: '5', effectiveFrom: '2026-06-01', approvedOn: '2026-05-20' });
  const both = aReadinessOf(next, entry());
  expect(shown(both, { at: '2026-05-31T21:59:59.000Z' })).toBe('SOP-12 4');
  expect(shown(both, { at: '2026-05-31T22:00:00.000Z' })).toBe('SOP-12 5');
  expect(shown(aReadinessOf(entry(), { ...next, serves: ['SOP-12', 'Give the product'] }))).toBe('SOP-1 1');
});

it('is of several the one of the step before that of its phase, then the configured one, then the newest', () => {
  const ofPhase = entry({ document: 'SOP-20', serves: ['Receipt'], effectiveFrom: '2026-05-01' });
  expect(shown(aReadinessOf(entry({ serves: ['Accept receipt'] }), ofPhase))).toBe('SOP-12 4');
  expect(shown(aReadinessOf(entry(), ofPhase), { step: 'Inspect the delivery' })).toBe('SOP-20 4');
  const configured = entry({ document: 'SOP-1', version: '2', serves: ['Receipt'] });
  expect(shown(aReadinessOf(configured, entry({ serves: ['Receipt'] }), ofPhase))).toBe('SOP-1 2');
});

it('is still one whose review is overdue or that was not read for long, so that its gate is asked; one that may be used goes before', () => {
  const overdue = entry({ effectiveFrom: '2024-01-08', approvedOn: '2024-01-02', reviewDue: '2026-01-05' });
  expect(shown(aReadinessOf(overdue))).toBe('SOP-12 4');
  const mirror = { system: 'eqms', id: 'D-12', asOf: '2026-05-01T08:00:00.000Z' };
  expect(shown(aReadinessOf({ ...entry(), mirror }), { mirrorAge: { eqms: 'P7D' } })).toBe('SOP-12 4');
  const ofPhase = entry({ document: 'SOP-20', serves: ['Receipt'] });
  expect(shown(aReadinessOf(overdue, ofPhase))).toBe('SOP-20 4');
});
