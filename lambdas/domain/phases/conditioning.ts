import { end, NOT_NEEDED, type PhaseFlow, to } from './flow.ts';

/**
 * S17–S18: prescription, GO and conditioning. Beside the course, because some makers and sites let it begin while the
 * product is on its way or still being made; the GO for thaw waits for both.
 */
export const conditioning: PhaseFlow = {
  phase: 'Conditioning',
  first: 'Prescription',
  stages: {
    Prescription: {
      kind: 'single',
      step: 'Prescribe the product',
      routes: {
        prescribed: to('Verification'),
        remake: end('remake'),
        recollect: end('recollect'),
        stopped: end('stopped'),
        [NOT_NEEDED]: to('GO'),
      },
    },
    Verification: {
      kind: 'single',
      step: 'Verify the prescription',
      routes: { verified: to('GO'), represcribe: end('again'), stopped: end('stopped') },
    },
    GO: {
      kind: 'single',
      step: 'Give GO for conditioning',
      routes: {
        go: to('Start'),
        'go-without-conditioning': end('conditioned'),
        defer: end('deferred'),
        remake: end('remake'),
        recollect: end('recollect'),
        stopped: end('stopped'),
      },
    },
    Start: {
      kind: 'single',
      step: 'Start conditioning',
      routes: {
        started: to('Completion'),
        'started-without-go': to('Completion'),
        'go-lapsed': end('again'),
        stopped: end('stopped'),
      },
    },
    Completion: {
      kind: 'single',
      step: 'Complete conditioning',
      routes: {
        completed: end('conditioned'),
        recondition: end('again'),
        remake: end('remake'),
        recollect: end('recollect'),
        stopped: end('stopped'),
      },
    },
  },
};
