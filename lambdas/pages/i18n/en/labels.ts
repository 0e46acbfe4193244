/** Labels of evidence fields, by name. A name means the same on every page (`domain/steps/evidence.ts`). */
const fields = {
  indication: 'Indication (code or reference)',
  decisionReference: 'Reference of the tumour board decision',
  startingMaterial: 'Starting material',
  formVersion: 'Version of the consent form',
  signedOn: 'Signed on',
  donationNumber: 'Donation number (DIN)',
  chainOfIdentity: 'Chain of identity',
  issuer: 'Issuer',
  scheme: 'Scheme',
  value: 'Identifier',
  startedAt: 'Started',
  endedAt: 'Ended',
  certificateReference: 'Certificate number',
  batch: 'Batch number',
  containers: 'Containers (bag or vial numbers)',
  containersGiven: 'Containers given',
  expiresOn: 'Use before',
  sealIntact: 'The seal is intact',
  temperatureInRange: 'The temperature stayed in range during the whole transport',
  storagePosition: 'Storage position',
  dispositionReference: 'Reference of the manufacturer’s written disposition',
  explanation: 'Explanation',
  patientFit: 'The patient is fit for treatment now',
  productOnSite: 'The accepted product is on site',
  rescueMedicationOnSite: 'Rescue medication is on site',
  until: 'Deferred until',
  dischargedOn: 'Discharged on',
  alertCardGiven: 'The patient alert card was handed over',
  diedOn: 'Died on',
  visitedOn: 'Visited on',
  newMalignancy: 'Is there a new malignancy?',
  reportedToRegistry: 'Was the visit reported to the registry?',
  item: 'Item',
};

/** What helps to fill a field in, by name. */
const hints: Partial<Record<keyof typeof fields, string>> = {
  donationNumber: 'Scan the label, or type the 13 characters with or without the check character.',
  scheme: 'For ISBT 128 write isbt128, otherwise the manufacturer’s own.',
  value: 'As printed on the label. Scan it where you can.',
  expiresOn: 'As printed on the certificate.',
  explanation: 'No names and no birth dates.',
};

const options = {
  leukapheresis: 'Leukapheresis',
  'mobilised-apheresis': 'Apheresis after mobilisation',
  biopsy: 'Biopsy',
  none: 'None (in vivo product)',
  'identity-checked-before-thaw': 'Identity checked before thawing',
  'thaw-started': 'Thawing started',
  'thaw-ended': 'Thawing ended',
  'identity-checked': 'Identity checked at the bedside',
  'infusion-started': 'Infusion started',
  'infusion-ended': 'Infusion ended',
};

const facts = {
  product: 'Product',
  site: 'Site',
  protocol: 'Protocol',
  chainOfIdentity: 'Chain of identity',
  donationNumber: 'Donation number (DIN)',
  batch: 'Batch',
  containers: 'Containers',
  productExpiry: 'Product expires',
  visit: 'Visit',
  dueAt: 'Due',
};

/** Kinds of deviation that open themselves. */
const deviations = {
  'in-use-exceeded': 'In-use time exceeded',
  'given-after-expiry': 'Product given after its expiry',
  'bedside-order': 'Bedside events in another order than required',
  'recorded-while-held': 'Recorded while the journey was on hold',
};

export const labels = { fields, hints: hints as Readonly<Record<string, string>>, options, facts, deviations };
