import { end, type PhaseFlow } from './flow.ts';

/** S01: an order that came while the journey was open is matched by a person. */
export const orderMatch: PhaseFlow = {
  phase: 'OrderMatch',
  first: 'Match',
  stages: {
    Match: {
      kind: 'single',
      step: 'Match the order',
      routes: { 'same-course': end('settled'), 'another-course': end('settled') },
    },
  },
};
