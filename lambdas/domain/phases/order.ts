import { end, NOT_NEEDED, type PhaseFlow, to } from './flow.ts';

/** S01–S05: referral, eligibility, funding and consent; then the order is placed and checked by a second person. */
export const order: PhaseFlow = {
  phase: 'Order',
  first: 'Referral',
  stages: {
    Referral: {
      kind: 'single',
      step: 'Register the referral',
      routes: { registered: to('Eligibility'), returned: end('rejected'), [NOT_NEEDED]: to('Eligibility') },
    },
    Eligibility: {
      kind: 'single',
      step: 'Confirm eligibility',
      routes: {
        eligible: to('Funding and consent'),
        'not-eligible': end('rejected'),
        [NOT_NEEDED]: to('Funding and consent'),
      },
    },
    'Funding and consent': {
      kind: 'together',
      steps: [
        { step: 'Confirm funding', pass: 'funded' },
        { step: 'Confirm consent', pass: 'consented' },
      ],
      passed: to('Order'),
      otherwise: end('rejected'),
    },
    Order: {
      kind: 'single',
      step: 'Place the order',
      routes: { ordered: to('Second check'), rejected: end('rejected') },
    },
    'Second check': {
      kind: 'single',
      step: 'Check the order',
      routes: { checked: end('ordered'), reorder: end('reorder'), rejected: end('rejected') },
    },
  },
};
