import type { OutcomeStatus } from '../../views.ts';

export const page = {
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
  recorded: (at: string): string => `Recorded ${at}`,
  itemOpen: 'Open',
  itemDone: 'Done',
  occurredAt: 'When did it happen?',
  occurredAtHint: (zone: string): string => `Leave empty if it is happening now. Local time of the site: ${zone}.`,
  timeHint: (zone: string): string => `Local time of the site: ${zone}.`,
  reason: 'Reason or remark',
  optional: 'optional',
  choose: 'Please choose',
  linesHint: 'One per line.',
  signTitle: 'Sign',
  meaningLabel: 'My signature means:',
  signer: 'User id',
  pin: 'PIN',
  pinHint: 'Your PIN has the force of your handwritten signature. Never share it.',
  sign: (decision: string): string => `Sign: ${decision}`,
  signItem: 'Sign this item',
  problemTitle: 'Not recorded',
  decidedTitle: 'Already decided',
  decidedText: (decision: string, by: string, at: string): string => `${decision}, signed by ${by}, ${at}.`,
  meaningWas: 'The signature means:',
  withdrawnTitle: 'No longer asked',
  withdrawnText: 'This step was withdrawn. There is nothing to sign here.',
  heldTitle: 'Journey on hold',
  heldText:
    'Until the hold is lifted nothing new is authorised. What happened can still be recorded, and stopping is always open.',
  closedHere: 'Closed now',
  disclaimer:
    'ATMP Journey organises, records and reminds. It does not diagnose, calculate doses or recommend, and it is not the primary alarm for storage or vital signs.',
};

export const outcomes: Record<OutcomeStatus, { readonly title: string; readonly message: string }> = {
  recorded: { title: 'Recorded', message: 'Your signature is recorded. You can close this page.' },
  'already-decided': {
    title: 'Already decided',
    message: 'Somebody has already decided this step. Nothing was changed.',
  },
  expired: { title: 'Link expired', message: 'This link no longer opens the step. Ask the coordinator for a new one.' },
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
