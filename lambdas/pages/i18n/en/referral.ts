/** The page by which a coordinator opens a journey from a referral. */
export const referral = {
  title: 'Open a journey from a referral',
  lead: 'One journey is opened for the patient and the therapy. The order that the hospital record sends later is matched with it.',
  formTitle: 'Referral',
  button: 'Sign and open the journey',
  meaning: 'I open a journey for the patient of this referral, whose identifier I compared with the hospital record.',
  nothingToOpen: 'No therapy protocol may be used here yet. Ask the pharmacy to have one signed.',
  openedTitle: 'Journey open',
  openedText: 'The journey is open under the code above. Its first step is mailed to the coordinators of the site.',
  fields: {
    site: 'Site',
    protocol: 'Therapy',
    identifierSystem: 'Issuer of the patient identifier',
    identifierValue: 'Patient identifier (MRN)',
    patientName: 'Name of the patient',
    birthDate: 'Date of birth',
    referralReference: 'Reference of the referral',
  },
  hints: {
    identifierSystem: 'As the hospital record names it in its messages, e.g. urn:oid:1.2.3.4.6.',
    identifierValue: 'Copy it from the hospital record.',
    referralReference: 'Number or date of the referral letter. No names and no birth dates.',
  },
  problems: {
    'journey-open': (journeyId: string): string =>
      `This patient has an open journey of this therapy: ${journeyId}. Go on with that one. If this is another course of treatment, have it ordered in the hospital record: the order then asks “Match the order” in that journey, and “Another course” opens a new one.`,
    'other-role': 'Only a coordinator opens a journey. Nothing was recorded.',
    'other-site': 'You are a coordinator of another site than the one chosen. Nothing was recorded.',
    'form-used': 'This form has opened a journey already, with other content. Please load the page again.',
  },
  fieldProblems: {
    'other-birth-date':
      'differs from the one known for this identifier. Please compare both, and ask the identity office which holds.',
  },
  forms: { identifierSystem: 'is no issuer as messages name it; it begins like urn:oid: or https:' },
};
