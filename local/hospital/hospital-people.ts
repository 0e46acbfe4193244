import { readCsv } from '../../lambdas/domain/csv.ts';
import { lazily } from '../../lambdas/domain/lazily.ts';
import { ROLES, type Role } from '../../lambdas/domain/vocabulary.ts';
import { hospitalFile, hospitalSettings } from './hospital-files.ts';

/** Somebody who works at the demo hospital. */
export interface HospitalPerson {
  /** User id. */
  readonly id: string;
  readonly name: string;
  readonly site: string;
  readonly roles: readonly Role[];
}

/** Everybody of the demo hospital, in the order of its file. */
export const hospitalPeople = lazily((): readonly HospitalPerson[] => {
  const csv = readCsv(hospitalFile('staff.csv', hospitalSettings().asOf));
  if (!csv.ok) throw new Error(`staff.csv: ${csv.problem}`);
  return csv.rows.map(({ values: { id = '', name = '', site = '', roles = '' } }) => ({
    ...{ id, name, site },
    roles: ROLES.filter((role) => roles.split(' ').includes(role)),
  }));
});

/** Who holds a role at a site of the demo hospital, in the order of its file. */
export const holdersOf = (site: string, role: string): readonly HospitalPerson[] =>
  hospitalPeople().filter((person) => person.site === site && person.roles.some((one) => one === role));

/** User id of the first who holds a role there; what is not a role is a user id already. */
export const hospitalMember = (site: string, role: string): string => holdersOf(site, role)[0]?.id ?? role;
