import { end, NOT_NEEDED, type PhaseFlow, to } from './flow.ts';

/** S25–S26: one visit of the long-term follow-up plan and its report to the registry, started when due. */
export const followUpVisit: PhaseFlow = {
  phase: 'FollowUpVisit',
  first: 'Visit',
  stages: {
    Visit: {
      kind: 'single',
      step: 'Record follow-up visit',
      routes: { attended: to('Report'), missed: end('missed'), lost: end('lost'), [NOT_NEEDED]: end('settled') },
    },
    Report: {
      kind: 'single',
      step: 'Report to the registry',
      routes: { reported: end('attended'), 'not-reported': end('attended'), [NOT_NEEDED]: end('attended') },
    },
  },
};
