/** Why nothing was recorded. Keys that the handlers use; each says what to do next. */
export const problems = {
  'check-fields': 'Please correct what is listed here, then sign again.',
  'wrong-credential': 'User id and PIN do not belong together. Nothing was recorded. Please enter both again.',
  locked: 'Too many wrong PINs. Signing is locked for this user id for a while; ask the coordinator if it is urgent.',
  'not-permitted': 'You may not sign this step with your role. Nothing was recorded.',
  'second-person': 'A second person has to sign this; it cannot be the same one again.',
  'gate-closed': 'A gate is closed. Nothing was recorded.',
  changed: 'The page has changed since you opened it. Please read it again; what you typed was kept.',
  'too-large': 'The form was too large. Please shorten what you wrote.',
  'not-readable': 'The form could not be read. Please load the page again and fill it in once more.',
};

/** What is wrong with one field; `field` is put in front by the page. */
export const fieldProblems = {
  required: 'please fill in',
  'choose-one': 'please choose one of the answers',
  confirm: 'please confirm',
  'not-a-number': 'please write a number, without thousands separators or units',
  'ambiguous-number':
    'can be read as thousands or as a decimal: leave out the separator, or write one more digit (1.2340)',
  'not-a-whole-number': 'please write a whole number, without separators or units',
  'not-a-time': 'please give date and time in full',
  'not-a-date': 'please give the date in full',
  'no-such-local-time': 'this time does not exist at the site: the clocks were put forward',
  'not-text': 'contains characters that cannot be stored',
  repeated: 'was sent more than once',
  'too-long': 'is too long',
  'too-short': 'is too short',
  'too-high': 'is above what is allowed here',
  'too-low': 'is below what is allowed here',
  'wrong-form': 'does not have the expected form',
};
