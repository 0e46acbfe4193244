import { end, type PhaseFlow, to } from './flow.ts';

/** S14–S16: the delivery is agreed and followed, inspected by one person and judged by another; what is not clear waits. */
export const receipt: PhaseFlow = {
  phase: 'Receipt',
  first: 'Delivery agreed',
  stages: {
    'Delivery agreed': {
      kind: 'single',
      step: 'Agree the delivery',
      routes: { agreed: to('Delivery'), remake: end('remake'), stopped: end('stopped') },
    },
    Delivery: {
      kind: 'single',
      step: 'Follow the delivery',
      routes: {
        arrived: to('Inspection'),
        remake: end('remake'),
        recollect: end('recollect'),
        stopped: end('stopped'),
      },
    },
    Inspection: {
      kind: 'single',
      step: 'Inspect the delivery',
      routes: { inspected: to('Acceptance') },
    },
    Acceptance: {
      kind: 'single',
      step: 'Accept receipt',
      routes: {
        accepted: to('Confirmation'),
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
        accepted: to('Confirmation'),
        remake: end('remake'),
        recollect: end('recollect'),
        stopped: end('stopped'),
      },
    },
    Confirmation: {
      kind: 'single',
      step: 'Confirm receipt to the maker',
      routes: { confirmed: end('accepted') },
    },
  },
};
