/**
 * Fields of evidence by which material, product and patient are compared, however deep they stand. What was written here is
 * never corrected: where it differs, that is a mismatch of identity, which its issuer and two people resolve (design 2.11).
 * A new field of that kind belongs here, whatever it is built of (`evidence.ts`).
 */
export const IDENTITY_FIELDS: readonly string[] = [
  'accounts',
  'autologousUseOnly',
  'bagLabels',
  'batch',
  'chainOfIdentity',
  'container',
  'containerComponents',
  'containers',
  'containersCounted',
  'containersGiven',
  'containersHeld',
  'donationAccounts',
  'donationNumber',
  'donationNumbers',
  'expiryOnLabel',
  'labelAgreesWithPatientRecord',
  'labelCodes',
  'makerOrderNumber',
  'wristbandSource',
];

/** True of the path of an identifier, of a part of one, and of whatever stands beside it in one row. */
export const isOfIdentity = (path: string): boolean => path.split('.').some((name) => IDENTITY_FIELDS.includes(name));
