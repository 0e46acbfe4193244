/** Words of urgent notices: what nobody answered, what waits to be acknowledged, what did not arrive. */
export const urgent = {
  unseen: {
    subject: 'nobody has answered yet',
    why: 'An urgent notice about this step was sent, and nobody has acknowledged it in time. You are the next to be told.',
  },
  bounced: {
    subject: 'a mail did not arrive',
    text: 'A mail about this journey did not reach its reader. Please correct the address in the staff register, or see that somebody else is told.',
  },
  reader: 'Reader (user id)',
  footer:
    'This is urgent: please open the step and acknowledge on the page that you have read it. Until somebody does, the next people are told.',
  footerOfWarning:
    'This is urgent: minutes are left. Nothing has to be acknowledged; when the limit is reached, those who decide are called.',
  title: 'Acknowledge',
  waits: (at: string): string => `An urgent notice about this step was sent ${at}, and nobody has acknowledged it yet.`,
  effect: 'Your acknowledgement stops further calls. It does not decide the step.',
  meaning: 'I have read this and act on it. The step itself is not decided by it.',
  button: 'I have read this and act on it',
};
