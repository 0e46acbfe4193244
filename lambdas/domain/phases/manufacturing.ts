import { end, type PhaseFlow } from './flow.ts';

/** S11–S13: the manufacturer makes and certifies; the hospital checks the certificate it received. */
export const manufacturing: PhaseFlow = {
  phase: 'Manufacturing',
  first: 'Certificate',
  stages: {
    Certificate: {
      kind: 'single',
      step: 'Check certificate',
      routes: {
        certified: end('certified'),
        remake: end('remake'),
        recollect: end('recollect'),
        stopped: end('stopped'),
      },
    },
  },
};
