/** Words of the page on which somebody confirms that they read a test mail. */
export const address = {
  title: 'Confirm that this address reaches you',
  lead: 'You were sent a test mail. Press the button, and what is urgent can be sent to this address.',
  notYours: 'If this is not your user id, close this page and tell the coordinator.',
  button: 'Mails to this address reach me',
  proved: {
    title: 'Thank you',
    message: 'Your address is confirmed. You are asked again in a month.',
  },
  over: {
    title: 'This link confirms no address',
    message:
      'It has expired, was never sent, or your address has changed since. You will be sent another test mail; nothing is to be done.',
  },
};
