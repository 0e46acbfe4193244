import { end, type PhaseFlow, to } from './flow.ts';

/** S17–S24: GO, the product is given, the patient is discharged. A deferral ends the round; the next asks for GO again. */
export const treatment: PhaseFlow = {
  phase: 'Treatment',
  first: 'GO',
  stages: {
    GO: {
      kind: 'single',
      step: 'Give GO',
      routes: {
        go: to('Administration'),
        defer: end('deferred'),
        remake: end('remake'),
        recollect: end('recollect'),
        stopped: end('stopped'),
      },
    },
    Administration: {
      kind: 'single',
      step: 'Give the product',
      routes: {
        given: to('Discharge'),
        'partly-given': to('Discharge'),
        defer: end('deferred'),
        remake: end('remake'),
        recollect: end('recollect'),
        stopped: end('stopped'),
      },
    },
    Discharge: {
      kind: 'single',
      step: 'Discharge',
      routes: { discharged: end('treated'), died: end('died') },
    },
  },
};
