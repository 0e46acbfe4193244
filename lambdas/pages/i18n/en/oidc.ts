/** Words around signing and signing in by the hospital's own sign-in. */
export const oidc = {
  sign: 'Sign with the hospital sign-in',
  signIn: 'Sign in with the hospital sign-in',
  hint: 'You sign in there anew for each signature.',
  goingTitle: 'On to the hospital sign-in',
  goingText:
    'You are being led to the sign-in of the hospital. Nothing is signed yet. If nothing happens, go on yourself:',
  go: 'Go to the hospital sign-in',
  confirmTitle: 'Sign now',
  confirmText: 'You come back from the hospital sign-in. Sign now: the sign-in counts for two minutes.',
  confirm: 'Sign',
  enterTitle: 'Sign in',
  enterText: 'You come back from the hospital sign-in. It counts for two minutes.',
  enter: 'Go on',
  toStep: 'Back to the step',
  problems: {
    over: {
      title: 'This sign-in is over',
      message:
        'It was used before, took too long or was begun in another window. Nothing was recorded. Open the step again and sign in anew.',
    },
    refused: {
      title: 'The hospital sign-in was not completed',
      message: 'Nothing was recorded. Try again, or sign with user id and PIN.',
    },
    wrong: {
      title: 'Not confirmed',
      message:
        'The hospital sign-in did not confirm that you are the person with this user id, freshly signed in for this signature. Nothing was recorded.',
    },
    away: {
      title: 'The hospital sign-in does not answer',
      message:
        'Nothing was recorded. Sign with user id and PIN or a passkey where the step takes them, or try again later.',
    },
  },
};
