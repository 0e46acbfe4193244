import { end, type PhaseFlow, to } from './flow.ts';

/** A change of a document, a protocol, a machine or the software: two approve it before it is made, and its effect is checked after (clinical-pathway 3.7). */
export const changeControl: PhaseFlow = {
  phase: 'ChangeControl',
  first: 'Assessment',
  stages: {
    Assessment: {
      kind: 'single',
      step: 'Assess the change',
      routes: { assessed: to('Approval'), rejected: end('rejected'), withdrawn: end('stopped') },
    },
    Approval: {
      kind: 'single',
      step: 'Approve the change',
      routes: { approved: to('Second approval'), rejected: end('rejected'), withdrawn: end('stopped') },
    },
    'Second approval': {
      kind: 'single',
      step: 'Confirm the approval',
      routes: { approved: to('Implementation'), rejected: end('rejected') },
    },
    Implementation: {
      kind: 'single',
      step: 'Implement the change',
      routes: { implemented: to('Check'), withdrawn: end('stopped') },
    },
    Check: {
      kind: 'single',
      step: 'Check that the change works',
      routes: { effective: to('Closing'), 'not-effective': to('Closing') },
    },
    Closing: {
      kind: 'single',
      step: 'Close the change',
      routes: { closed: end('settled') },
    },
  },
};
