/** Asking for a correction of what was signed. */
export const correcting = {
  title: 'Correct a value',
  intro:
    'What was signed stays in the record, with the value as it was. The new value counts at once for every clock and gate, but a limit that would allow more only once it is signed; whoever signs this step signs it again.',
  pinIsTooLittle:
    'At this site a PIN is not enough for this step. Ask operations to have the value corrected; whoever signs this step signs it again.',
  which: 'What is wrong',
  to: 'What it should be',
  toHint:
    'Written as it stands above: a time as 2027-01-11T14:30 in the zone of the site, a day as 2027-01-11, a number without thousands separators, else the words.',
  why: 'Why',
  ask: 'Correct it',
  steps: 'Step to correct',
  open: 'Open to correct a value',
  readBy: {
    gatesChanged: 'Gates whose verdict changed',
    gatesStand: 'Gates that read it and stand',
    clocksMoved: 'Clocks that moved',
    clocksStand: 'Clocks that read it and stand',
    documents: 'Documents made from it',
    onceSigned: 'Counts once it is signed; until then the stricter of the two values does. What would follow:',
    since: 'Corrected since this was signed',
    gatesHere: 'Gates that were asked here',
  },
  problems: {
    unreadable: 'Nothing was corrected: the new value is not written as this value is. Read the note below the field.',
    refused: 'Nothing was corrected. The reason, as the record gives it:',
    'wrong-credential': 'Nothing was corrected: the PIN is not right, or is locked for a while.',
    changed: 'Nothing was corrected: the value has changed since you opened the page. Here it is as it stands now.',
    'say-why': 'Nothing was corrected: say why.',
  },
};
