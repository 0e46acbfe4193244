import { describe, expect, it } from 'vitest';
import type { Gate, GateContext } from '../../../../lambdas/domain/gates/gate.ts';
import { agreementInDate } from '../../../../lambdas/domain/gates/registers/agreement-in-date.ts';
import { riskAssessed } from '../../../../lambdas/domain/gates/registers/risk-assessed.ts';
import { siteReady } from '../../../../lambdas/domain/gates/registers/site-ready.ts';
import type { RegisterName } from '../../../../lambdas/domain/registers/names.ts';
import { aReadinessOf, standingEntry } from '../../../support/register-entries.ts';
import { sceneOf } from '../../../support/scenes.ts';

const NOW = '2026-06-01T10:00:00.000Z';
const { state, protocol } = sceneOf('Place the order').journey;

const contextOf = (entries: GateContext['readiness'], required: readonly RegisterName[] = []): GateContext => ({
  state: { ...state, site: { ...state.site, policy: policyWith(required) } },
  protocol,
  now: NOW,
  evidence: {},
  readiness: entries,
});
const policyWith = (required: readonly RegisterName[]) => ({
  ...({ jurisdiction: 'EU', goBasis: 'accepted-on-site', thawGoMinutes: 60, conditioningGoHours: 48 } as const),
  ...{ openingHours: { from: '08:00', until: '17:00', days: [1] }, holidays: [], acknowledgeMinutes: 60 },
  registers: { required: [...required] },
});

describe.each<[Gate, RegisterName]>([
  [siteReady, 'product-readiness'],
  [riskAssessed, 'risk-assessments'],
  [agreementInDate, 'agreements'],
])('$name', (gate, register) => {
  const serving = (id: string, until: string) =>
    standingEntry({ register, id, name: `Entry ${id}`, serves: [protocol.id], counts: [{ what: 'review', until }] });

  it('opens nothing where nobody read the registers', () => {
    expect(gate.judge(contextOf(undefined)).status).toBe('unknown');
  });

  it('is open at a site that keeps no register, or none of this product', () => {
    expect(gate.judge(contextOf(aReadinessOf())).status).toBe('open');
    const other = standingEntry({ register, serves: ['another'], closedBecause: 'suspended' });
    expect(gate.judge(contextOf(aReadinessOf(other))).status).toBe('open');
  });

  it('asks for an entry where the site requires the register', () => {
    const verdict = gate.judge(contextOf(aReadinessOf(), [register]));
    expect(verdict).toMatchObject({ status: 'unknown', reason: expect.stringContaining(protocol.id) });
  });

  it('is closed by what lapsed, and says what, when and whose it is', () => {
    expect(gate.judge(contextOf(aReadinessOf(serving('1', '2026-05-01'))))).toMatchObject({
      status: 'closed',
      reason: 'review of Entry 1 lapsed after 2026-05-01; owner qa.',
    });
  });

  it('is open by one version that may be used, whatever became of others', () => {
    expect(gate.judge(contextOf(aReadinessOf(serving('1', '2026-12-01'), serving('2', '2026-05-01')))).status).toBe(
      'open',
    );
  });
});

it('a readiness is closed by the agreement that it rests on', () => {
  const readiness = standingEntry({
    ...{ register: 'product-readiness', id: protocol.id, serves: [protocol.id] },
    restsOn: [{ register: 'agreements', id: 'AG-7' }],
  });
  const agreement = (until: string) =>
    standingEntry({
      ...{ register: 'agreements', id: 'AG-7/2', name: 'Quality agreement', serves: ['AG-7'] },
      counts: [{ what: 'review', until }],
    });
  expect(siteReady.judge(contextOf(aReadinessOf(readiness, agreement('2026-06-01')))).status).toBe('open');
  expect(siteReady.judge(contextOf(aReadinessOf(readiness, agreement('2026-05-31'))))).toMatchObject({
    status: 'closed',
    reason: 'review of Quality agreement lapsed after 2026-05-31; owner qa.',
  });
  expect(siteReady.judge(contextOf(aReadinessOf(readiness))).status).toBe('unknown');
});
