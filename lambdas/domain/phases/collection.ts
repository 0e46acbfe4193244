import { end, type PhaseFlow } from './flow.ts';

/** S08–S09: the starting material is collected and gets its donation number and chain of identity. */
export const collection: PhaseFlow = {
  phase: 'Collection',
  first: 'Apheresis',
  stages: {
    Apheresis: {
      kind: 'single',
      step: 'Record apheresis',
      routes: { collected: end('collected'), recollect: end('recollect'), stopped: end('stopped') },
    },
  },
};
