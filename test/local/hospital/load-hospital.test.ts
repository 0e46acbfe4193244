import { afterAll, beforeAll, expect, it } from 'vitest';
import { curriculumNews } from '../../../lambdas/domain/competence/curriculum-news.ts';
import { closedGates, type Gate } from '../../../lambdas/domain/gates/gate.ts';
import { lapsingEntries } from '../../../lambdas/domain/registers/lapsing.ts';
import { renewalsDue } from '../../../lambdas/domain/renewals/renewal-ladder.ts';
import { coverOf } from '../../../lambdas/domain/shifts/cover.ts';
import { registerGatesIn } from '../../../lambdas/domain/sign-off/registers-asked.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { embeddedConfig } from '../../../lib/embedded-config.ts';
import { hospitalProcedures } from '../../../local/hospital/hospital-procedures.ts';
import { loadHospital } from '../../../local/hospital/load-hospital.ts';
import { isRenewable } from '../../../local/hospital/renewed-row.ts';
import { Upkeep } from '../../../local/hospital/upkeep.ts';
import { embeddedStage, FIRST_DAY, type Stage } from '../../../local/scenario/embedded-stage.ts';
import { registersOf, rostersOf, staffRegisterOf } from '../../../local/scenario/place.ts';
import { sceneOf } from '../../support/scenes.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await embeddedStage({ seed: 1, tables: 'memory', prepare: (place) => loadHospital(place, FIRST_DAY) });
});
afterAll(() => stage?.stack.stop());

it('its files are taken by the imports of a hospital, and nobody is left out', async () => {
  const staff = staffRegisterOf(stage.stack);
  const found = await Promise.all(['liv.liquid', 'iris.eyebright'].map((id) => staff.entry(id)));
  expect(found).toMatchObject([
    { member: { site: 'university-hospital', roles: ['cell-lab'] }, hasPin: true },
    { member: { site: 'eye-clinic', roles: ['physician', 'programme-lead'] }, hasPin: true },
  ]);
  expect((await staff.find('liv.liquid'))?.competence).toMatchObject({ thaw: [{ validUntil: '2027-12-07' }] });
});

it('trains its people by curricula: who has yet to be trained is of units that are called in', async () => {
  const curricula = await rostersOf(stage.stack).curricula('university-hospital');
  const units = curricula?.flatMap((one) => ('unit' in one ? [one.unit] : []));
  expect(units).toEqual(['Emergency department', 'Intensive care', 'Transfusion laboratory']);
  const readiness = await registersOf(stage.stack).readiness('university-hospital');
  const asked = { at: '2027-01-11T08:00:00.000Z', zone: 'Europe/Berlin', readiness };
  const people = ['oda.onduty', 'ada.access', 'ines.intensive', 'nina.needle', 'hedda.haematology', 'liv.liquid'];
  const members = await Promise.all(people.map((id) => staffRegisterOf(stage.stack).find(id)));
  const told = members.map((member) => (member === undefined ? [] : curriculumNews(member, curricula ?? [], asked)));
  expect(told.map(([one]) => one?.items.map(({ task }) => task))).toEqual([
    ['crs-icans-care'],
    ['blood-products'],
    ...[undefined, undefined, undefined, undefined],
  ]);
});

it('has its early shift covered, and nobody who checks the thawing on its late one', async () => {
  const shortAt = async (at: string) => {
    const onDuty = await staffRegisterOf(stage.stack).onDuty('university-hospital', [at]);
    return coverOf(onDuty, { cover: {}, at, site: 'university-hospital', zone: 'Europe/Berlin' }).short;
  };
  expect(await shortAt('2027-01-12T09:00:00.000Z')).toEqual([]);
  expect(await shortAt('2027-01-12T17:00:00.000Z')).toEqual([{ place: 'thaw-check', have: 0, need: 1 }]);
});

it('its procedures are those in force, one for a step or phase', () => {
  const config = embeddedConfig({ procedures: hospitalProcedures() });
  expect(config.procedures[0]?.of).toMatchObject({
    'Place the order': { id: 'SOP-ATMP-003', version: '4' },
    'Accept receipt': { id: 'SOP-ATMP-012', version: '4' },
  });
});

it('lets a usual course pass every gate that asks a register, from the order to the thaw', async () => {
  const readiness = await registersOf(stage.stack).readiness('university-hospital');
  expect(readiness.entries).toHaveLength(20 + 30 + 6 + 7 + 5 + 8 + 30);
  const { state, protocol } = sceneOf('Place the order').journey;
  const asked = registerGatesOfAll();
  expect(asked.length).toBeGreaterThanOrEqual(6);
  const evidence = {
    storageDevice: 'LN2-2',
    storagePosition: 'rack 4 / box 7',
    device: 'apheresis device 2',
    shipper: 'DRY-0455',
    logger: 'LOG-77',
  };
  for (const now of ['2027-01-18T10:00:00.000Z', '2027-03-15T10:00:00.000Z']) {
    const context = { state, protocol: { ...protocol, id: 'kymriah' }, now, evidence, readiness };
    expect(closedGates(asked, context)).toEqual([]);
  }
});

it('is not all in order: what is in quarantine, retired, lapsed or still prepared closes', async () => {
  const readiness = await registersOf(stage.stack).readiness('university-hospital');
  const closed = readiness.entries.filter(({ closedBecause }) => closedBecause !== undefined);
  expect(closed.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['ULT-2', 'WB-1', 'DRY-0456', 'abecma', 'SOP-ATMP-012/3', 'PRT-ABECMA/1']),
  );
  const lapsing = lapsingEntries(readiness);
  expect(lapsing.filter(({ lastDay }) => lastDay < '2027-01-11').map(({ entry }) => entry.id)).toContain(
    'SOP-ATMP-020/1',
  );
  const due = renewalsDue(lapsing, { now: '2027-01-11T08:00:00.000Z', zone: 'Europe/Berlin' });
  expect(due.map(({ one, rung }) => `${one.entry.id} ${rung}`)).toEqual(
    expect.arrayContaining(['BAL-1 30', 'LN2-1 30', 'ULT-1 60', 'AG-BLOOD/1 90']),
  );
});

it('is renewed by its owners: a year later, when everything has lapsed, all is in date again', async () => {
  const upkeep = await Upkeep.of(stage.stack);
  const readiness = () => registersOf(stage.stack).readiness('university-hospital');
  const lapsed = async (day: string) =>
    lapsingEntries(await readiness()).filter((one) => isRenewable(one) && one.lastDay < day);
  const day = '2028-06-30';
  expect((await lapsed(day)).length).toBeGreaterThan(50);
  const renewed = await upkeep.renew(`${day}T08:00:00.000Z`, ({ lastDay }, today) => lastDay <= today);
  expect(renewed.filter(({ what }) => what === 'competence')).toHaveLength(34);
  expect(renewed.every(({ isLate }) => isLate)).toBe(true);
  expect(await lapsed(day)).toEqual([]);
  const vessel = (await registersOf(stage.stack).of('university-hospital', 'equipment', 'LN2-2')).at(-1);
  expect(vessel).toMatchObject({ version: 2, by: 'quirin.quality', second: 'quita.qualification' });
  expect(vessel?.entry).toMatchObject({ calibration: { certificate: `CAL-2026-012 of ${day}`, due: '2029-06-29' } });
  expect(upkeep.competenceOf('liv.liquid')).toMatchObject({ thaw: [{ validUntil: '2029-06-29' }, {}] });
});

const registerGatesOfAll = (): readonly Gate[] => Object.values(steps).flatMap(({ step }) => registerGatesIn(step));
