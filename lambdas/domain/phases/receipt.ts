import { end, type PhaseFlow, to } from './flow.ts';

/** S15: the product is inspected on arrival; what is not clear waits in quarantine until a person resolves it. */
export const receipt: PhaseFlow = {
  phase: 'Receipt',
  first: 'Inspection',
  stages: {
    Inspection: {
      kind: 'single',
      step: 'Accept receipt',
      routes: {
        accepted: end('accepted'),
        quarantined: to('Quarantine'),
        remake: end('remake'),
        recollect: end('recollect'),
        stopped: end('stopped'),
      },
    },
    Quarantine: {
      kind: 'single',
      step: 'Resolve quarantine',
      routes: {
        accepted: end('accepted'),
        remake: end('remake'),
        recollect: end('recollect'),
        stopped: end('stopped'),
      },
    },
  },
};
