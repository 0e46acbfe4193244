import { end, type PhaseFlow } from './flow.ts';

/** S26: one visit of the long-term follow-up plan; each is a short run of its own, started when due. */
export const followUpVisit: PhaseFlow = {
  phase: 'FollowUpVisit',
  first: 'Visit',
  stages: {
    Visit: {
      kind: 'single',
      step: 'Record follow-up visit',
      routes: { attended: end('attended'), missed: end('missed'), lost: end('lost'), died: end('died') },
    },
  },
};
