/** What a page offers with passkeys, in English. */
export const offer = {
  signing: {
    button: 'Sign with passkey',
    working: 'Waiting for your passkey …',
    failed: 'This could not be signed with a passkey just now. Nothing was recorded. Please sign with your PIN.',
  },
  opening: {
    button: 'Sign in with passkey',
    working: 'Waiting for your passkey …',
    failed: 'Signing in with a passkey is not possible just now. Please use user id and PIN, or load the page again.',
  },
  adding: {
    button: 'Add a passkey',
    working: 'Waiting for your passkey …',
    failed: 'The passkey could not be added just now. Please try again with the same link.',
  },
};

/** What comes of it. */
export const ceremony = {
  signing: {
    cancelled:
      'No passkey signed: it was cancelled, took too long, or this device knows no passkey of yours. Nothing was recorded. You can try again, or sign with your PIN.',
    'wrong-key':
      'This passkey does not belong to the user id, was revoked, or did not sign what is shown. Nothing was recorded. You can try again, or sign with your PIN.',
    unsupported: 'This browser cannot use passkeys on this page. Nothing was recorded. Please sign with your PIN.',
    fields: 'Please fill in what is missing; the PIN is not needed with a passkey.',
    'not-permitted':
      'You may not sign this: it asks for another role or site, was given to another person, or has to be signed by somebody else than you. Nothing was recorded.',
    changed: 'The page was open for a while, or has changed since. Nothing was recorded. Please load it again.',
    conflict: 'This was recorded already, or is no longer open. Nothing was changed. Please load the page again.',
  },
  opening: {
    cancelled: 'No passkey signed you in: it was cancelled, took too long, or this device knows no passkey of yours.',
    'wrong-key': 'This passkey signs nobody in: it was revoked, or is not known here. Please use user id and PIN.',
    unsupported: 'This browser cannot use passkeys on this page. Please use user id and PIN.',
  },
  attaching: {
    remove: 'Do not attach it',
    working: 'The file is being stored …',
    kept: 'Attached:',
    removed: 'Nothing is attached.',
    'too-large': 'Not attached: the file is empty or too large.',
    'wrong-type': 'Not attached: the file is none of the kinds that are taken.',
    'signed-out': 'Not attached: you are no longer signed in. Sign in and open the step again.',
    failed: 'Not attached: the file could not be stored. Try again, or sign with the reference alone.',
  },
  adding: {
    done: 'The passkey was added. You can close this page and sign with it from now on.',
    cancelled: 'No passkey was added: it was cancelled or took too long. You can try again with the same link.',
    known: 'This device or security key already holds a passkey of this user id. Nothing was added.',
    refused: 'The passkey was not added: the link was used before, has expired, or the key did not check who holds it.',
    unsupported: 'This browser cannot use passkeys. Please open the link in another browser, or on another device.',
  },
};
