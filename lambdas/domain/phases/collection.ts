import { end, type PhaseFlow, to } from './flow.ts';

/** S06–S10: slots, donor tests, readiness, collection, release, and the way to the maker. */
export const collection: PhaseFlow = {
  phase: 'Collection',
  first: 'Slots',
  stages: {
    Slots: {
      kind: 'single',
      step: 'Book the slots',
      routes: {
        booked: to('Donor tests'),
        'slot-lost': end('rebook'),
        reorder: end('reorder'),
        stopped: end('stopped'),
      },
    },
    'Donor tests': {
      kind: 'single',
      step: 'Check donor tests',
      routes: { tested: to('Readiness'), rebook: end('rebook'), stopped: end('stopped') },
    },
    Readiness: {
      kind: 'single',
      step: 'Confirm readiness',
      routes: { ready: to('Apheresis'), rebook: end('rebook'), reorder: end('reorder'), stopped: end('stopped') },
    },
    Apheresis: {
      kind: 'single',
      step: 'Record apheresis',
      routes: { collected: to('Release'), rebook: end('rebook'), recollect: end('recollect'), stopped: end('stopped') },
    },
    Release: {
      kind: 'single',
      step: 'Release the collection',
      routes: {
        released: to('Shipment'),
        'released-under-target': to('Shipment'),
        recollect: end('recollect'),
        stopped: end('stopped'),
      },
    },
    Shipment: {
      kind: 'single',
      step: 'Ship the starting material',
      routes: { delivered: end('collected'), recollect: end('recollect'), stopped: end('stopped') },
    },
  },
};
