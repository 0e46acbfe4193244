/** Words of the page on which a passkey is added. */
export const passkey = {
  title: 'Add a passkey for signing',
  lead: 'A passkey signs steps instead of your PIN: a security key, or this device with its fingerprint, face or PIN. It is yours alone. Do not add one on a device that others can unlock.',
  signer: 'User id',
  notYours: 'If this is not your user id, close this page and tell whoever gave you the link.',
  once: 'This link adds one passkey. You can ask for another link for each further key.',
  needsScript: 'To add a passkey, this page needs JavaScript. Signing with your PIN works without it.',
  over: {
    title: 'This link adds no passkey',
    message:
      'It was used before, has expired, or was never given out. Ask whoever checked your identity for a new one.',
  },
};
