/** Words of the page on which a passkey is added. */
export const passkey = {
  title: 'Add a passkey for signing',
  lead: 'A passkey signs steps instead of your PIN: a security key, or this device with its fingerprint, face or PIN. It is yours alone. Do not add one on a device that others can unlock.',
  signer: 'User id',
  notYours: 'If this is not your user id, close this page and tell whoever gave you the link.',
  once: 'This link adds one passkey. You can ask for another link for each further key.',
  needsScript: 'To add a passkey, this page needs JavaScript. Signing with your PIN works without it.',
  pin: {
    title: 'Set your PIN',
    lead: 'With user id and PIN you sign. Nobody else may know the PIN, nobody will ask you for it, and one you use elsewhere does not belong here.',
    first: 'New PIN',
    hint: '6 to 12 digits, not all the same and not in a row.',
    again: 'The same PIN once more',
    button: 'Set PIN',
    problems: {
      'not-digits': 'The PIN has 6 to 12 digits and nothing else.',
      differ: 'The two differ. Type the same PIN twice.',
      guessable: 'This PIN is among the first that anybody tries. Take another one.',
    },
  },
  pinSet: {
    title: 'PIN set',
    message:
      'From now on it counts, and this link does nothing more. Where you were signed in, you are asked to sign in again.',
  },
  over: {
    title: 'This link sets nothing',
    message:
      'It was used before, has expired, or was never given out. Ask whoever checked your identity for a new one.',
  },
};
