import { afterAll, beforeAll, expect, it } from 'vitest';
import { embeddedConfig } from '../../../lib/embedded-config.ts';
import { hospitalProcedures } from '../../../local/hospital/hospital-procedures.ts';
import { loadHospital } from '../../../local/hospital/load-hospital.ts';
import { embeddedStage, type Stage, staffRegisterOf } from '../../../local/scenario/embedded-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await embeddedStage({ seed: 1, tables: 'memory' });
  await loadHospital(stage.stack, '2027-01-11T08:00:00.000Z');
});
afterAll(() => stage?.stack.stop());

it('its files are taken by the imports of a hospital, and nobody is left out', async () => {
  const staff = staffRegisterOf(stage.stack);
  const found = await Promise.all(['liv.liquid', 'iris.eyebright'].map((id) => staff.entry(id)));
  expect(found).toMatchObject([
    { member: { site: 'university-hospital', roles: ['cell-lab'] }, hasPin: true },
    { member: { site: 'eye-clinic', roles: ['physician'] }, hasPin: true },
  ]);
  expect((await staff.find('liv.liquid'))?.competence).toMatchObject({ thaw: [{ validUntil: '2027-12-07' }] });
});

it('its procedures are those in force, one for a step or phase', () => {
  const config = embeddedConfig({ procedures: hospitalProcedures('2027-01-11T08:00:00.000Z') });
  expect(config.procedures[0]?.of).toMatchObject({
    'Place the order': { id: 'SOP-ATMP-003', version: '4' },
    'Accept receipt': { id: 'SOP-ATMP-012', version: '4' },
  });
});
