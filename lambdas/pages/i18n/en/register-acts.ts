/** What is done to an entry of a register on its page. */
export const registerActs = {
  waitingTitle: 'Open steps that need it',
  waitingNote: 'While it may not be used, these cannot be signed, or only with another in its place.',
  waitingNone: 'No open step needs it now.',
  waitingBy: (step: string, due: string): string => `${step}, due ${due}`,
  unseen: (count: number): string =>
    count === 1
      ? '1 more step, of a journey that you do not see.'
      : `${count} more steps, of journeys that you do not see.`,
  title: 'Sign a change',
  byOthers: (owner: string): string =>
    `More can be signed here by ${owner}, and by quality assurance or the programme lead.`,
  elsewhere: (system: string): string =>
    `It is kept in ${system} and changed there. Here it can be confirmed that it still stands.`,
  acts: {
    quarantine: {
      title: 'Put into quarantine now',
      hint: 'One person, at any hour. From then on nothing is signed with it; what was signed with it in the last 15 minutes is looked at again. Two people give it back.',
      meaning: 'I take it out of use at once.',
      button: 'Sign and put into quarantine',
    },
    release: {
      title: 'Give back after quarantine',
      hint: 'Two people sign, one of them of quality assurance or the programme lead.',
      meaning: 'We have seen the evidence: it may be used again.',
      button: 'Sign and give back',
    },
    renewal: {
      title: 'Renew by evidence',
      hint: 'What was done again, when, and until when it counts.',
      meaning: 'I have seen the evidence and state what it says.',
      button: 'Sign and renew',
    },
    confirmation: {
      title: 'Confirm that it still stands',
      hint: 'Look at the thing itself, or into the other system. From now on it counts as read now.',
      meaning: 'I have seen the evidence: what is said here still stands.',
      button: 'Sign and confirm',
    },
  },
  because: 'Why',
  found: 'What was found, and what was done',
  reference: 'Evidence',
  referenceHint: 'What you looked at and where it is found, such as the number of a certificate or report.',
  part: 'What is renewed',
  on: 'Done on',
  next: 'Counts until',
  second: 'User id of the second person',
  secondPin: 'PIN of the second person',
  ownPin: (name: string): string => `PIN of ${name}`,
  done: {
    quarantine:
      'Signed. It is in quarantine: nothing is signed with it from now on. What was signed with it in the last 15 minutes is looked at again, and opens a deviation where it would not stand.',
    release: 'Signed. It is back in use, where nothing else closes it.',
    renewal: 'Signed. It is renewed.',
    confirmation: 'Signed. It counts as read now.',
  },
  signed: {
    quarantine: 'Put into quarantine, signed with PIN',
    release: 'Given back after quarantine, signed with PIN by both',
    renewal: 'Renewed by evidence, signed with PIN',
    confirmation: 'Confirmed by evidence, signed with PIN',
  },
  evidence: (reference: string, on: string | undefined): string =>
    on === undefined ? `Evidence: ${reference}` : `Evidence: ${reference}, done on ${on}`,
  problems: {
    'wrong-credential':
      'The PIN is wrong, or your id is locked for 15 minutes after five wrong PINs. Nothing was changed.',
    'wrong-second':
      'User id or PIN of the second person is wrong, or that id is locked for 15 minutes after five wrong PINs. Nothing was changed.',
    'same-person': 'The second signature is another person’s. Nothing was changed.',
    'not-a-keeper':
      'This is signed by who sees to it, or by quality assurance or the programme lead of the site. Nothing was changed.',
    'takes-two': 'This takes two people. Nothing was changed.',
    'no-keeper-among': 'One of the two has to be of quality assurance or the programme lead. Nothing was changed.',
    'from-elsewhere': 'This form did not come from a page of this session. Nothing was changed. Please try again.',
    required: 'Please fill in every field. Nothing was changed.',
    changed:
      'The entry was changed meanwhile: this is how it stands now. Nothing was changed by you. Look at it, and sign again.',
    busy: 'Somebody else changed a register at the same moment. Nothing was changed by you. Please sign again.',
    'nothing-new': 'The register says the same already. Nothing was changed.',
    refused: 'The register does not take this. Nothing was changed. It says:',
  },
};
