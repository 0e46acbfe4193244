import type { EnglishStep } from './step-texts.ts';

export const order = {
  'Register the referral': {
    title: 'Register the referral',
    ask: 'Please check the referral, and say whether it goes on to the multidisciplinary team.',
    decisions: { registered: 'Registered', returned: 'Return to the sender' },
  },
  'Confirm eligibility': {
    title: 'Confirm eligibility',
    ask: 'Please confirm whether the patient is eligible for this treatment.',
    decisions: { eligible: 'Eligible', 'not-eligible': 'Not eligible' },
  },
  'Confirm funding': {
    title: 'Confirm funding',
    ask: 'Please confirm whether the funder approved this therapy.',
    decisions: { funded: 'Approved', refused: 'Not approved' },
  },
  'Confirm consent': {
    title: 'Confirm consent',
    ask: 'Please record each consent of the patient, with the form that was signed.',
    decisions: { consented: 'Consent given', refused: 'Consent refused' },
  },
  'Place the order': {
    title: 'Place the order',
    ask: 'Please order the therapy from its manufacturer, with the chain of identity of this course.',
    decisions: { ordered: 'Order', rejected: 'Do not order' },
  },
  'Check the order': {
    title: 'Check the order',
    ask: 'Please compare the order with the approval and with the source of the wristband, as second person.',
    decisions: { checked: 'In order', reorder: 'Order again', rejected: 'Do not order' },
  },
} satisfies Record<string, EnglishStep>;
