/** What says whose material or product this is, and which: everybody who signs for it reads it off the label or the document themselves. */
const READ_ONESELF: readonly string[] = [
  'chainOfIdentity',
  'makerOrderNumber',
  'donationNumber',
  'donationNumbers',
  'batch',
  'container',
  'containers',
  'containersCounted',
  'containersIntact',
  'containersGiven',
  'containerComponents',
  'labelCodes',
  'bagLabels',
  'labelsPrinted',
  'labelsAttached',
  'labelsDestroyed',
];

/** True of the name of a field such as `evidence.batch`, and of what is part of one. */
export const isOwnReading = (name: string): boolean => name.split('.').some((part) => READ_ONESELF.includes(part));
