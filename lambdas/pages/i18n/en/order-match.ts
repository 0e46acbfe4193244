/** An order that came while the journey was open: its step, its phase, and what is shown of it. */
export const orderMatch = {
  phases: { OrderMatch: 'Match of an order' },
  steps: {
    'Match the order': {
      title: 'Match the order',
      ask: 'An order arrived for a patient who has this journey already. Please find it in the hospital record, and say whether it is for this course of treatment.',
      decisions: { 'same-course': 'This course', 'another-course': 'Another course' },
    },
  },
  fields: { orderCompared: 'I found the order in the hospital record, and compared patient, product and date' },
  facts: {
    identityDiffers: 'The record of the sender differs from ours in',
    orderSender: 'Sent by',
    orderMessage: 'Message',
    orderEvent: 'Kept as',
    orderedAt: 'Ordered',
    orderSite: 'Ordered for site',
    orderWithdrawn: 'Withdrawn by its sender as',
  },
};
