/** Who of a team sees to a step. */
export const claims = {
  title: 'Who sees to it',
  nobody: 'Nobody has claimed this step.',
  own: (until: string): string => `You have claimed this step, until your shift ends: ${until}.`,
  heldBy: (by: string, since: string, until: string): string =>
    `${by} has claimed this step at ${since}, until the shift ends: ${until}.`,
  noGate: 'A claim only tells the others. Whoever may sign this step can sign it all the same.',
  claim: 'I see to it',
  giveBack: 'Give it back',
  takeOver: 'Take it over',
  why: 'Why you take it over',
  short: (by: string, since: string): string => `claimed by ${by} since ${since}`,
};
