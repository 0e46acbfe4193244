import { end, type PhaseFlow, to } from './flow.ts';

/** S19–S24: GO by two people, the product is given, the patient is watched, discharged and stays near. */
export const treatment: PhaseFlow = {
  phase: 'Treatment',
  first: 'GO',
  stages: {
    GO: {
      kind: 'single',
      step: 'Give GO for thaw',
      routes: {
        go: to('Second GO'),
        defer: end('deferred'),
        recondition: end('recondition'),
        remake: end('remake'),
        recollect: end('recollect'),
        stopped: end('stopped'),
      },
    },
    'Second GO': {
      kind: 'single',
      step: 'Confirm GO for thaw',
      routes: { go: to('Administration'), 'no-go': end('go-lapsed') },
    },
    Administration: {
      kind: 'single',
      step: 'Give the product',
      routes: {
        given: to('Monitoring'),
        'partly-given': to('Monitoring'),
        'go-lapsed': end('go-lapsed'),
        defer: end('deferred'),
        remake: end('remake'),
        recollect: end('recollect'),
        stopped: end('stopped'),
      },
    },
    Monitoring: {
      kind: 'single',
      step: 'Monitor the patient',
      routes: { completed: to('Discharge') },
    },
    Discharge: {
      kind: 'single',
      step: 'Discharge',
      routes: { discharged: to('Letter') },
    },
    Letter: {
      kind: 'single',
      step: 'Send the discharge letter',
      routes: { sent: to('Proximity') },
    },
    Proximity: {
      kind: 'single',
      step: 'End the proximity period',
      routes: { ended: end('treated') },
    },
  },
};
