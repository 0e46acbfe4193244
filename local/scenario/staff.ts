import type { StaffMember } from '../../lambdas/domain/ports.ts';
import { ROLES, type Role } from '../../lambdas/domain/vocabulary.ts';

/** Invented people of the example hospital: one for each role, each with the same example PIN. */
export const EXAMPLE_PIN = '246810';
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

export const exampleStaff: readonly StaffMember[] = ROLES.map((role) => ({
  id: role,
  name: NAMES[role],
  mail: `${role}@hospital.example`,
  roles: [role],
  site: EXAMPLE_SITE,
  language: role === 'nurse' ? 'de' : 'en',
  active: true,
}));
