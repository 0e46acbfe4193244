import type { StaffMember } from '../../lambdas/domain/ports.ts';
import { ROLES, type Role } from '../../lambdas/domain/vocabulary.ts';

/** Invented people of the example hospital: one for each role, each with the same example PIN. */
export const EXAMPLE_PIN = '246810';
/** Everybody can read this PIN here; to make guessing slow would only slow down whoever signs thousands of times. */
export const EXAMPLE_PIN_COST = { N: 2 ** 10, r: 1, p: 1 };
/** How the example people came into the register, before every day a scenario may begin on. */
export const EXAMPLE_JOINING = { by: 'qa', why: 'people of the example hospital', at: '2020-01-06T08:00:00.000Z' };
export const EXAMPLE_SITE = 'university-hospital';

const NAMES: Readonly<Record<Role, string>> = {
  coordinator: 'Chris Coordinator',
  physician: 'Dr Pat Physician',
  pharmacist: 'Phil Pharmacist',
  apheresis: 'Alex Apheresis',
  'cell-lab': 'Lou Cell-Lab',
  nurse: 'Nic Nurse',
  qa: 'Quinn Quality',
  registry: 'Reese Registry',
  'programme-lead': 'Prof Robin Lead',
  'on-call': 'Olli On-Call',
};

/** User id of whoever holds a role at a site: the role itself at the example hospital. */
const memberAt = (site: string, role: string): string => (site === EXAMPLE_SITE ? role : `${role}.${site}`);

/** One person for each role of a site. */
export const staffAt = (site: string): readonly StaffMember[] =>
  ROLES.map((role) => ({
    id: memberAt(site, role),
    name: NAMES[role],
    mail: `${memberAt(site, role)}@hospital.example`,
    roles: [role],
    site,
    language: role === 'nurse' ? 'de' : 'en',
    active: true,
    identity: {
      checkedBy: memberAt(site, role === 'qa' ? 'coordinator' : 'qa'),
      checkedAt: '2027-01-04',
      how: 'staff card, in person',
    },
  }));

export const exampleStaff = staffAt(EXAMPLE_SITE);
