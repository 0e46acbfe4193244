import { end, NOT_NEEDED, type PhaseFlow, to } from './flow.ts';

/** What becomes of a deviation: quality assurance triages it, somebody else investigates, quality assurance decides (clinical-pathway 3.7). */
export const deviation: PhaseFlow = {
  phase: 'Deviation',
  first: 'Triage',
  stages: {
    Triage: {
      kind: 'single',
      step: 'Triage the deviation',
      routes: { investigate: to('Investigation'), closed: end('settled') },
    },
    Investigation: {
      kind: 'single',
      step: 'Investigate the deviation',
      routes: { investigated: to('Decision') },
    },
    Decision: {
      kind: 'single',
      step: 'Decide on the deviation',
      routes: { 'no-capa': end('settled'), capa: end('needs-capa'), again: end('again') },
    },
  },
};

/** What keeps it from happening again, until it is shown that it does. */
export const capa: PhaseFlow = {
  phase: 'Capa',
  first: 'Plan',
  stages: {
    Plan: {
      kind: 'single',
      step: 'Plan the CAPA',
      routes: { planned: to('Effectiveness') },
    },
    Effectiveness: {
      kind: 'single',
      step: 'Check that the CAPA works',
      routes: { effective: end('settled'), 'not-effective': end('again'), [NOT_NEEDED]: end('settled') },
    },
  },
};
