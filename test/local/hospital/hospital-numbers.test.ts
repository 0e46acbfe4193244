import { expect, it } from 'vitest';
import { readCsv } from '../../../lambdas/domain/csv.ts';
import { ROLES } from '../../../lambdas/domain/vocabulary.ts';
import {
  HOSPITAL_SITE,
  hospitalFile,
  hospitalSettings,
  hospitalSites,
} from '../../../local/hospital/hospital-files.ts';
import { holdersOf, hospitalPeople } from '../../../local/hospital/hospital-people.ts';
import { zoneOf } from '../../../local/simulate/sites.ts';
import { readRotaFile } from '../../../local/staff/rota-file.ts';

const rowsOf = (file: string) => {
  const csv = readCsv(hospitalFile(file, hospitalSettings().asOf));
  return csv.ok ? csv.rows.map(({ values }) => values) : [];
};
const of = (register: string) => rowsOf(`${HOSPITAL_SITE}/${register}.csv`);

it('is as large as it says: 2 sites, 3 makers, 25 people, 20 devices, 30 documents, 6 agreements', () => {
  expect(hospitalSites()).toHaveLength(2);
  expect(new Set(of('product-readiness').map(({ manufacturer }) => manufacturer))).toHaveProperty('size', 3);
  expect(hospitalPeople()).toHaveLength(25);
  expect(of('equipment')).toHaveLength(20);
  expect(of('documents')).toHaveLength(30);
  expect(of('agreements')).toHaveLength(6);
});

it('has somebody for every role at both sites, so that a course can be had at each', () => {
  for (const { site } of hospitalSites()) {
    const missing = ROLES.filter((role) => holdersOf(site, role).length === 0);
    expect(missing, site).toEqual([]);
  }
});

it('has somebody on call at every hour of its rota, who may be', () => {
  const read = readRotaFile(hospitalFile(`${HOSPITAL_SITE}/rota.txt`, hospitalSettings().asOf), zoneOf(HOSPITAL_SITE));
  const rotas = read.ok ? read.rotas : [];
  expect(rotas.map(({ role }) => role)).toEqual(['physician', 'pharmacist', 'cell-lab', 'nurse', 'qa']);
  for (const { role, shifts } of rotas) {
    const able = holdersOf(HOSPITAL_SITE, role).map(({ id }) => id);
    expect(shifts.filter(({ who }) => !able.includes(who))).toEqual([]);
    expect(shifts).toHaveLength(6 * 7);
    const gaps = shifts.filter(({ from }, place) => place > 0 && from !== shifts[place - 1]?.until);
    expect(gaps).toEqual([]);
  }
});
