/** One known in less detail does not contradict one in more: FHIR dates are a year, a month or a day. */
export const isSameBirthDate = (known = '', given = ''): boolean => known.startsWith(given) || given.startsWith(known);
