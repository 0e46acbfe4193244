import { end, type PhaseFlow } from './flow.ts';

/** S01–S05: is this patient eligible, and did they consent? Asked at once, of two people who need not wait for each other. */
export const order: PhaseFlow = {
  phase: 'Order',
  first: 'Eligibility and consent',
  stages: {
    'Eligibility and consent': {
      kind: 'together',
      steps: [
        { step: 'Confirm eligibility', pass: 'eligible' },
        { step: 'Confirm consent', pass: 'consented' },
      ],
      passed: end('ordered'),
      otherwise: end('rejected'),
    },
  },
};
