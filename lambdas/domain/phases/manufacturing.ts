import { end, NOT_NEEDED, type PhaseFlow, to } from './flow.ts';

/** S11–S13: the maker accepts, makes and certifies; the hospital follows and checks the certificate it received. */
export const manufacturing: PhaseFlow = {
  phase: 'Manufacturing',
  first: 'Acceptance',
  stages: {
    Acceptance: {
      kind: 'single',
      step: 'Record acceptance by the maker',
      routes: {
        accepted: to('Manufacture'),
        recollect: end('recollect'),
        stopped: end('stopped'),
        [NOT_NEEDED]: to('Manufacture'),
      },
    },
    Manufacture: {
      kind: 'single',
      step: 'Follow the manufacture',
      routes: { made: to('Certificate'), failed: to('Failure') },
    },
    Failure: {
      kind: 'single',
      step: 'Decide after a failed manufacture',
      routes: { remake: end('remake'), recollect: end('recollect'), stopped: end('stopped') },
    },
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
