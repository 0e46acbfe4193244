import type { Access, PatientRecords } from './dynamo-patient-records.ts';

/**
 * Whether a birth date fits the one known for a patient; reading it is kept with who and why. One known in less detail
 * does not contradict one in more.
 *
 * @param birthDate FHIR date: a year, a month or a day
 */
export async function isSamePerson(
  identities: PatientRecords,
  pseudonym: string,
  birthDate: string | undefined,
  access: Access,
): Promise<boolean> {
  return isSameBirthDate((await identities.patient(pseudonym, access))?.birthDate, birthDate);
}

export const isSameBirthDate = (known = '', given = ''): boolean => known.startsWith(given) || given.startsWith(known);
