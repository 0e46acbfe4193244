/** The page of a link before sign-in, and for somebody the step is not asked of. */
export const link = {
  site: 'Site',
  givenTo: 'Given to one person',
  lead: 'Sign in to read the step and to sign it. What it is about is shown only to those it is asked of.',
  signIn: 'Sign in with user id and PIN',
  signedOut:
    'You are not signed in, or no longer: after a quarter of an hour without a page, after eight hours, and when your PIN was set anew, you sign in again. Nothing was recorded.',
  nothingRecorded: 'Nothing was recorded.',
  otherTitle: 'This step is asked of somebody else',
  otherText: (name: string, role: string): string =>
    `You are signed in as ${name}. This step is asked of: ${role}. Nothing of it is shown to you, and you cannot sign it.`,
  askForIt: (site: string): string =>
    `Should it be yours? Ask the coordinator of ${site} to have it given to you, or your role entered in the register. Your own steps are on your worklist.`,
  signInAsOther: 'Sign in as somebody else',
};
