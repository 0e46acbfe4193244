import { COMPARED } from '../steps/check-the-order.ts';
import { IDENTITY_FIELDS } from '../steps/identity-fields.ts';

/** Lists whose rows say what they are about by another field of theirs. */
const ACCOUNTS: readonly string[] = ['accounts', 'donationAccounts'];

/**
 * What says whose material or product this is, and which, and what a second person compares: everybody who signs for it reads it off
 * the label or the document themselves.
 */
const READ_ONESELF: ReadonlySet<string> = new Set([
  ...IDENTITY_FIELDS.filter((name) => !ACCOUNTS.includes(name)),
  ...Object.keys(COMPARED),
  'correctedReference',
  'prescriptionReference',
  'containersIntact',
  'labelsPrinted',
  'labelsAttached',
  'labelsDestroyed',
]);

/** True of the name of a field such as `evidence.batch`, and of what is part of one. */
export const isOwnReading = (name: string): boolean => name.split('.').some((part) => READ_ONESELF.has(part));
