/** Kinds of deviation that open themselves. */
export const deviations = {
  'in-use-exceeded': 'In-use time exceeded',
  'given-after-expiry': 'Product given after its expiry',
  'given-outside-window': 'Product given outside the window after conditioning',
  'bedside-order': 'Bedside events in another order than required',
  'thawed-before-the-one-before-was-given': 'Container thawed before the one before it was given',
  'recorded-while-held': 'Recorded while the journey was on hold',
  'against-no-death-reported': 'Done while a reported death was being confirmed',
  'against-consent-stands': 'Done although a consent was withdrawn',
  'against-no-mismatch-open': 'Done while a mismatch of identity was open',
  'against-go-stands-thaw': 'Thawed although no GO stood',
  'against-go-stands-conditioning': 'Conditioning started although no GO stood',
  'against-not-flagged-do-not-thaw': 'Thawed against the flag “do not thaw”',
  'against-not-flagged-do-not-condition': 'Conditioning started against the flag “do not start conditioning”',
  'against-monitored-long-enough': 'Acute monitoring ended earlier than the label asks',
  'against-near-long-enough': 'Time near the hospital ended earlier than the label asks',
  'against-told-to-stay-near': 'Discharged with too short a time near the hospital',
  'against-told-not-to-drive': 'Discharged with too short a ban on driving',
  'conditioning-without-go': 'Conditioning started without GO',
  'partial-dose': 'Only part of the dose given',
  'late-test-failed': 'A test that was pending at certification failed',
  'identity-not-resolved': 'A mismatch of identity could not be resolved',
  excursion: 'Excursion reported',
  'identity-mismatch': 'Mismatch of identity reported',
};

/** What anybody can report from an open step. */
export const reports = {
  excursion: 'Excursion of temperature, time or integrity',
  'identity-mismatch': 'Identifiers do not agree',
  'flags-raised': 'Raise a flag: do not ship, condition or thaw',
  'consent-withdrawn': 'Consent withdrawn',
  death: 'Patient died',
  'dates-moved': 'Dates moved',
  'storage-moved': 'Containers moved in storage',
  'partner-id': 'Identifier of a partner',
};

/** Why nobody is asked to sign a step in this round. */
export const notNeeded = {
  'still-counts-from-before': 'What was signed before still counts.',
  'made-again-from-kept-material': 'The product is made again from material the manufacturer kept.',
  'nothing-is-booked': 'Nothing is booked that would have to be given back.',
  'every-container-accounted': 'Every container is accounted for.',
  'follow-up-goes-on': 'The record is reviewed when follow-up ends.',
  'no-consent-to-registry': 'The patient does not consent to the registry.',
  'not-on-the-registry-track': 'No report to the registry is due for this visit.',
};
