import { describe, expect, it } from 'vitest';
import { type Act, afterAct, possibleActs } from '../../../lambdas/domain/registers/act.ts';
import type { RegisterDefinition } from '../../../lambdas/domain/registers/definition.ts';
import { equipment } from '../../../lambdas/domain/registers/equipment.ts';
import { registers } from '../../../lambdas/domain/registers/index.ts';
import { mayNotAct } from '../../../lambdas/domain/registers/may-act.ts';
import { ACTS, type RegisterRecord } from '../../../lambdas/domain/registers/record.ts';
import { shippers } from '../../../lambdas/domain/registers/shippers.ts';
import { aDocument, anAgreement, aReadiness, aRiskAssessment } from '../../support/register-entries.ts';
import { kept, SITE_ID, vessel } from '../../support/registers.ts';

const NOW = { at: '2027-01-11T23:30:00.000Z', zone: 'Europe/Berlin' };
const renewal = { what: 'renewal', on: '2027-01-12', next: '2028-01-11', reference: 'R-1' } as const;

/** Versions of one entry, oldest first. */
function versionsOf(definition: RegisterDefinition, ...entries: readonly object[]) {
  const records: RegisterRecord[] = [];
  for (const [place, entry] of entries.entries()) {
    const before = records.at(-1);
    const at = `2026-01-0${place + 1}T08:00:00.000Z`;
    records.push(kept(entry, { definition, at, ...(before === undefined ? {} : { before }) }).record);
  }
  return records;
}

describe('Given a thing that has been in limited use', () => {
  const shut = { status: 'QUARANTINED', because: 'alarm' };
  const limited = vessel({ status: 'LIMITED', because: 'teaching only' });

  it('then it comes out of quarantine as it went in', () => {
    const release: Act = { what: 'release', because: 'mended', reference: 'T-1' };
    const released = (...entries: readonly object[]) =>
      afterAct(equipment, versionsOf(equipment, ...entries), release, NOW);
    expect(released(limited, vessel(shut))).toMatchObject({
      ok: true,
      value: { entry: { ...limited }, signed: 'release' },
    });
    const used = released(vessel(), vessel(shut));
    expect(used).toMatchObject({ ok: true, value: { entry: { status: 'IN_USE' }, evidence: { reference: 'T-1' } } });
    expect(used).not.toHaveProperty('value.entry.because');
    expect(released(vessel(shut))).toMatchObject({ ok: true, value: { entry: { status: 'IN_USE' } } });
    expect(released(limited)).toMatchObject({ ok: false });
  });

  it('then only what is in use or limited goes in, and what is retired stays so', () => {
    const acts = (entry: object) => possibleActs(equipment, versionsOf(equipment, entry)).acts;
    expect(acts(limited)).toContain('quarantine');
    expect(acts(vessel(shut))).toEqual(['release', 'renewal']);
    expect(acts(vessel({ status: 'RETIRED', because: 'sold' }))).toEqual([]);
  });
});

describe('Given entries of every register', () => {
  const logger = {
    ...{ name: 'Logger 1', owner: 'cell-lab', status: 'IN_USE', kind: 'logger' },
    qualification: { report: 'Q-1', on: '2026-01-02', until: '2027-02-01' },
    holdTest: { hours: 240, on: '2026-01-02', due: '2027-02-01' },
    calibration: { certificate: 'C-1', on: '2026-01-02', due: '2027-02-01' },
  };
  const maintained = vessel({ maintenance: { due: '2027-02-01' } });

  it.each([
    ['equipment', maintained, ['mapping', 'calibration', 'alarm test', 'maintenance']],
    ['shippers', logger, ['qualification', 'static-hold test', 'calibration']],
    ['agreements', anAgreement({ endsOn: '2028-12-31' }), ['agreement', 'review']],
    ['documents', aDocument(), ['review']],
    ['risk-assessments', aRiskAssessment({ reviewDue: '2027-02-01' }), ['review']],
    [
      'product-readiness',
      aReadiness(),
      [
        'qualification by the maker',
        'Accreditation of the programme A-1',
        'Tissue establishment licence L-1',
        'approval for genetically modified products',
      ],
    ],
  ] as const)('then what of %s counts until a day is renewed by evidence until another', (register, entry, parts) => {
    const definition = registers[register];
    const versions = versionsOf(definition, entry);
    expect(possibleActs(definition, versions).parts).toEqual(parts);
    for (const part of parts) {
      const after = afterAct(definition, versions, { ...renewal, part }, NOW);
      if (!after.ok) throw new Error(after.refusal.message);
      const { counts } = definition.standing(definition.entry().parse(after.value.entry));
      expect(counts.find(({ what }) => what === part)).toMatchObject({ until: '2028-01-11' });
      expect(definition.misfit(after.value.entry, entry)).toBeNull();
      expect(after.value.evidence).toEqual({ reference: 'R-1', on: '2027-01-12' });
    }
  });

  it('then nothing is renewed that was done tomorrow, before it was done last, or that counts no more', () => {
    const versions = versionsOf(shippers, logger);
    const renewed = (given: object) => afterAct(shippers, versions, { ...renewal, part: 'calibration', ...given }, NOW);
    for (const given of [{ on: '2027-01-13' }, { on: '2026-01-01' }, { next: '2027-01-11' }, { part: 'mapping' }]) {
      expect(renewed(given)).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
    }
  });
});

describe('Given what counts until a day', () => {
  const calibration = (on: string, due: string) => vessel({ calibration: { certificate: 'C-1', on, due } });
  const maintenance = vessel({ maintenance: { due: '2027-02-01' } });

  it.each([
    [
      'a year and a quarter after a year',
      'equipment',
      calibration('2026-01-12', '2027-01-12'),
      'calibration',
      '2028-04-13',
    ],
    [
      'ten years, however long it counted',
      'equipment',
      calibration('2020-02-01', '2099-02-01'),
      'calibration',
      '2037-01-12',
    ],
    ['two years where nobody knows how long', 'equipment', maintenance, 'maintenance', '2029-01-12'],
    ['two years of the maker', 'product-readiness', aReadiness(), 'qualification by the maker', '2029-01-12'],
    ['five years of an agreement', 'agreements', anAgreement({ endsOn: '2028-12-31' }), 'agreement', '2032-01-12'],
    ['five years of a licence', 'product-readiness', aReadiness(), 'Tissue establishment licence L-1', '2032-01-12'],
  ] as const)('then evidence renews it for no longer than %s', (_, register, entry, part, latest) => {
    const definition = registers[register];
    const renewed = (next: string) =>
      afterAct(definition, versionsOf(definition, entry), { ...renewal, part, next }, NOW);
    expect(renewed(latest)).toMatchObject({ ok: true });
    const dayAfterIt = latest.replace(/\d\d$/, (day) => String(Number(day) + 1));
    for (const next of [dayAfterIt, '2199-12-31']) {
      expect(renewed(next)).toMatchObject({
        ...{
          ok: false,
          refusal: { code: 'invalid', message: expect.stringContaining(`expected ${latest} or earlier`) },
        },
      });
    }
  });
});

describe('Given what another system holds', () => {
  const mirror = { system: 'assets', id: 'A-1', asOf: '2026-01-01T08:00:00.000Z' };
  const versions = versionsOf(equipment, vessel()).map((record) => ({ ...record, mirror }));

  it('then it is confirmed as read now, and nothing else', () => {
    expect(possibleActs(equipment, versions)).toEqual({ acts: ['confirmation'], parts: [] });
    expect(afterAct(equipment, versions, { what: 'quarantine', because: 'alarm' }, NOW)).toMatchObject({ ok: false });
    expect(afterAct(equipment, versions, { what: 'confirmation', reference: 'label' }, NOW)).toMatchObject({
      ok: true,
      value: { mirror: { ...mirror, asOf: NOW.at }, confirmedBy: { reference: 'label' } },
    });
  });
});

describe('Given somebody who sees to an entry, two who keep the registers, and another', () => {
  const person = (id: string, ...roles: readonly ('qa' | 'cell-lab' | 'nurse')[]) => ({
    ...{ id, active: true, site: SITE_ID, roles },
  });
  const [owner, keeper, nurse] = [person('ann', 'cell-lab'), person('ben', 'qa'), person('cam', 'nurse')];
  const asked = { site: SITE_ID, owner: 'cell-lab', keepers: [keeper, person('dan', 'qa')] };
  const may = (act: (typeof ACTS)[number], by: typeof owner, second?: typeof owner, own = asked.owner): boolean =>
    mayNotAct(act, { ...asked, owner: own, by, second }) === null;

  it('then all of them put it into quarantine, and nobody of elsewhere or who has left', () => {
    expect([owner, keeper, nurse].map((one) => may('quarantine', one))).toEqual([true, true, true]);
    expect(may('quarantine', { ...nurse, site: 'elsewhere' })).toBe(false);
    expect(ACTS.map((act) => may(act, { ...keeper, active: false }, owner))).toEqual([false, false, false, false]);
  });

  it('then the owner, by role or by name, and the keepers renew and confirm', () => {
    for (const act of ['renewal', 'confirmation'] as const) {
      expect([owner, keeper, nurse].map((one) => may(act, one))).toEqual([true, true, false]);
      expect(may(act, nurse, undefined, 'cam')).toBe(true);
    }
  });

  it('then two give it back, one of them a keeper, and never the same twice', () => {
    const other = person('eve', 'cell-lab');
    const pairs = [
      [owner, keeper],
      [keeper, owner],
      [keeper, person('dan', 'qa')],
      [owner, other],
      [keeper, nurse],
      [keeper, keeper],
      [keeper, undefined],
    ] as const;
    expect(pairs.map(([by, second]) => may('release', by, second))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
