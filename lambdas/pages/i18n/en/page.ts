import type { OutcomeStatus } from '../../views.ts';

/** What the sentence about a correction is made of. */
interface CorrectedWords {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly at: string;
  readonly signedAgain: boolean;
}

export const page = {
  unreviewed: 'This translation was not reviewed by a clinician yet; the English text counts.',
  readInEnglish: 'Read in English',
  skip: 'Skip to content',
  journey: 'Journey',
  phase: 'Phase',
  round: (round: number): string => `round ${round}`,
  askedOf: 'Asked of',
  due: 'Due',
  linkValidUntil: 'Link valid until',
  whatYouSign: 'What you are signing',
  aboutStep: 'About this step',
  decisionTitle: 'Your decision',
  decisionHint: 'Choose one. What it asks for then opens below it.',
  checklistTitle: 'Checklist',
  checklistHint: 'Each item is signed by itself, at the time it happened.',
  checklistDone: (done: number, all: number): string => `${done} of ${all} recorded`,
  recordedBy: (by: string, at: string): string => `Recorded by ${by}, ${at}`,
  container: (container: string): string => `Container ${container}`,
  containerDone: (done: number, all: number): string => `${done} of ${all}`,
  followedBy: (items: string): string => `Then: ${items}.`,
  allItems: 'All items of this container',
  strangerContainer: 'This container is not prescribed. Stop, and report that identifiers do not agree.',
  otherContainer: 'A container that is not listed',
  otherContainerHint:
    'What was done can be recorded for any container. If it is not prescribed, stop, and report that identifiers do not agree.',
  recordedByRoles: (roles: string): string => `Recorded by: ${roles}.`,
  secondWaits: 'For a second person, after the first has recorded it.',
  secondAfter: (by: string): string => `Recorded first by ${by}. Another person has to sign here, and reads it again.`,
  againstNow: 'Recording this now opens a critical deviation:',
  soFar: 'Recorded so far',
  itemOpen: 'Open',
  occurredAt: 'When did it happen?',
  occurredAtHint: (zone: string): string => `Leave empty if it is happening now. Local time of the site: ${zone}.`,
  timeHint: (zone: string): string => `Local time of the site: ${zone}.`,
  reason: 'Reason or remark',
  optional: 'optional',
  choose: 'Please choose',
  linesHint: 'One per line.',
  row: (place: number): string => `Row ${place}`,
  moreRows: 'More rows',
  signTitle: 'Sign',
  meaningLabel: 'My signature means:',
  signer: 'User id',
  pin: 'PIN',
  pinHint: 'Your PIN has the force of your handwritten signature. Never share it.',
  passkeyOnly:
    'Your site asks for a passkey at this step. A PIN does not sign it. The button for it appears below where your browser can use passkeys.',
  sign: (decision: string): string => `Sign: ${decision}`,
  signItem: 'Sign this item',
  diedInstead: 'The patient has died: report it here. Two people confirm it, and then the course ends.',
  waysPastTitle: 'Go on past a closed gate',
  waysPastHint:
    'Choose the gate that stands in the way. In an emergency two people in two roles each sign this for the same gate. Whoever signs here does not sign the step; somebody else does.',
  reportsTitle: 'Report something',
  reportsHint:
    'Anybody involved can report at any time; nothing closes a report. What it stops, it stops at once, and whoever decides on it is asked.',
  reportsMade: 'Reported so far',
  madeBy: (what: string, by: string, at: string): string => `${what}: ${by}, ${at}`,
  signReport: 'Sign this report',
  problemTitle: 'Not recorded',
  decidedTitle: 'Already decided',
  decidedText: (decision: string, by: string, at: string): string => `${decision}, signed by ${by}, ${at}.`,
  meaningWas: 'The signature means:',
  notAskedTitle: 'Not asked',
  withdrawnTitle: 'No longer asked',
  withdrawnText: 'This step was withdrawn. There is nothing to sign here.',
  heldTitle: 'Journey on hold',
  heldText:
    'Until the hold is lifted nothing new is authorised. What happened can still be recorded, and stopping is always open.',
  closedHere: 'Closed now',
  unknownHere: 'Not known, so not to be signed yet',
  paperTitle: 'You are entering from paper',
  paperText:
    'Everything on this page is recorded as done by the person who signed the paper, at the time that stands there. Another person then compares it.',
  enterFromPaper: 'It was done and signed on paper: enter it from there',
  signNow: 'Nothing is on paper: sign it now',
  paperDoneBy: 'Who signed the paper (user id)',
  paperReference: 'Where the paper or its scan is found',
  paperSha256: 'SHA-256 of the scan',
  paperScan: 'Scan of the paper',
  chooseFile: (kinds: string, megabytes: number): string => `Attach a file (${kinds}; up to ${megabytes} MB)`,
  procedure: (id: string, version: string): string => `Procedure: ${id}, version ${version}`,
  filesTitle: 'Attached files',
  paperTimeHint: (zone: string): string => `As it stands on the paper. Local time of the site: ${zone}.`,
  onBehalf: (by: string, of: string): string => `${by} on behalf of ${of}`,
  onBehalfOf: 'You sign',
  ownRight: 'in your own right',
  inPlaceOf: (id: string, until: string): string => `on behalf of ${id} (handed over to you until ${until})`,
  fromPaper: (by: string): string => `From paper, entered by ${by}.`,
  correctedTitle: 'Corrected since, and signed again',
  correctedUnsignedTitle: 'Corrected since, and not signed again yet',
  corrected: ({ what, from, to, by, at, signedAgain }: CorrectedWords): string =>
    `${what}: ${from} → ${to}, corrected by ${by} on ${at}, ${signedAgain ? 'signed again' : 'not signed again yet'}.`,
  save: 'Save without signing',
  filledIn: (by: string, at: string): string => `Filled in by ${by}, ${at}. Not signed.`,
  filledInEarlier: (by: string, at: string): string => `Filled in earlier by ${by}, ${at}. Not signed.`,
  filledInBefore: (what: string, by: string, at: string): string => `${what}: filled in by ${by}, ${at}.`,
  enteredFromPaper:
    'I have entered this as it stands on the paper record named here, which was signed by the person named here.',
  disclaimer:
    'ATMP Journey organises, records and reminds. It does not diagnose, calculate doses or recommend, and it is not the primary alarm for storage or vital signs.',
};

export const outcomes: Record<OutcomeStatus, { readonly title: string; readonly message: string }> = {
  recorded: { title: 'Recorded', message: 'Your signature is recorded. You can close this page.' },
  'already-decided': {
    title: 'Already decided',
    message: 'Somebody has already decided this step. Nothing was changed.',
  },
  expired: {
    title: 'Link expired',
    message: 'This link no longer opens the step. Sign in: while it is asked of you, your worklist opens it anew.',
  },
  'not-found': {
    title: 'Not found',
    message: 'This link opens nothing. Copy it in full from the mail, or ask the coordinator for a new one.',
  },
  'not-permitted': { title: 'Not permitted', message: 'You may not sign this step. Nothing was recorded.' },
  changed: {
    title: 'Changed in the meantime',
    message: 'What you were shown is no longer current. Nothing was recorded. Read the page again, then sign.',
  },
  held: {
    title: 'Journey on hold',
    message: 'Nothing new is authorised until the hold is lifted. Nothing was recorded.',
  },
  withdrawn: { title: 'No longer asked', message: 'This step was withdrawn. Nothing was recorded.' },
  failed: {
    title: 'Something went wrong',
    message: 'It is not certain that your signature was recorded. Open the link again: the page shows whether it was.',
  },
};

export const back: string = 'Read the page again';
