/** The pages of the register of competence. */
export const competence = {
  title: 'Who may do which task',
  lead: 'By what staff of the site were assessed in. What lapses first stands first.',
  leadOwn: 'What you were assessed in. Of others, quality assurance and the programme lead see it.',
  none: 'Nothing is recorded.',
  left: (count: number): string => `${count} more are not shown here. Choose a task, or ask atmp register competence.`,
  person: 'Who',
  task: 'Task',
  standing: 'How it stands',
  until: 'Until',
  training: 'Trained in',
  how: {
    may: 'may do it',
    revoked: 'taken back',
    lapsed: 'lapsed',
    'newer-version': 'has to read a new version first',
    'not-yet': 'not yet',
  },
  records: 'Everything recorded',
  assessed: (training: string, assessor: string, on: string, until: string): string =>
    `assessed in ${training} by ${assessor} on ${on}, until ${until}`,
  read: (procedure: string, version: string, on: string): string => `read version ${version} of ${procedure} on ${on}`,
  revoke: 'Take it back now',
  revokeHint: 'One person. From then on they sign nothing that asks for this task, until they are assessed anew.',
  meaning: 'I take back, at once, that they are competent in this task.',
  button: 'Sign and take it back',
  done: 'Signed. They are not competent in this task any more.',
};
