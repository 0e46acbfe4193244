import { end, NOT_NEEDED, type PhaseFlow, to } from './flow.ts';

/** S12: the patient is seen again while the product is made and travels; each time is a round of its own. */
export const reassessment: PhaseFlow = {
  phase: 'Reassessment',
  first: 'Reassessment',
  stages: {
    Reassessment: {
      kind: 'single',
      step: 'Reassess the patient',
      routes: { fit: end('again'), deteriorated: end('again') },
    },
  },
};

/** E10: results that were pending when the batch was certified. */
export const pendingTests: PhaseFlow = {
  phase: 'PendingTests',
  first: 'Results',
  stages: {
    Results: {
      kind: 'single',
      step: 'Record the pending tests',
      routes: { passed: end('settled'), failed: end('settled') },
    },
  },
};

/** E06, E14, E16: the maker's disposition after an excursion. What it closes, the course decides. */
export const excursion: PhaseFlow = {
  phase: 'Excursion',
  first: 'Disposition',
  stages: {
    Disposition: {
      kind: 'single',
      step: 'Record the disposition',
      routes: { 'may-be-used': end('settled'), rejected: end('settled') },
    },
  },
};

/** E21: a mismatch is resolved by its issuer's corrected evidence and two signatures, or not at all. */
export const identityMismatch: PhaseFlow = {
  phase: 'IdentityMismatch',
  first: 'Resolution',
  stages: {
    Resolution: {
      kind: 'single',
      step: 'Resolve the mismatch',
      routes: { resolved: to('Confirmation'), 'not-resolved': end('settled') },
    },
    Confirmation: {
      kind: 'single',
      step: 'Confirm the resolution',
      routes: { confirmed: end('settled'), again: end('again') },
    },
  },
};

/** E11: flags a physician raised are reviewed until one clears them. */
export const flagReview: PhaseFlow = {
  phase: 'FlagReview',
  first: 'Review',
  stages: {
    Review: {
      kind: 'single',
      step: 'Review the flags',
      routes: { cleared: end('settled'), stay: end('again'), stopped: end('stopped') },
    },
  },
};

/** E02: what follows when a consent is taken back. */
export const withdrawal: PhaseFlow = {
  phase: 'Withdrawal',
  first: 'Decision',
  stages: {
    Decision: {
      kind: 'single',
      step: 'Decide on the withdrawal',
      routes: {
        stopped: end('stopped'),
        'goes-on': end('settled'),
        'consented-again': end('settled'),
        'not-withdrawn': end('settled'),
      },
    },
  },
};

/** E12, E30: two people confirm a reported death. */
export const death: PhaseFlow = {
  phase: 'Death',
  first: 'First person',
  stages: {
    'First person': {
      kind: 'single',
      step: 'Confirm the death',
      routes: { confirmed: to('Second person'), 'not-so': end('settled') },
    },
    'Second person': {
      kind: 'single',
      step: 'Confirm the death as second person',
      routes: { confirmed: end('died'), 'not-so': end('settled') },
    },
  },
};

/** S26: who watches for secondary malignancy when the plan of visits has ended. */
export const lifelongWatch: PhaseFlow = {
  phase: 'LifelongWatch',
  first: 'Watch',
  stages: {
    Watch: {
      kind: 'single',
      step: 'Arrange the lifelong watch',
      routes: { arranged: end('settled'), 'arranged-unreached': end('settled') },
    },
  },
};

/** What was entered from paper is compared by another person than entered it (clinical-pathway 3.10). */
export const transcription: PhaseFlow = {
  phase: 'Transcription',
  first: 'Comparison',
  stages: {
    Comparison: {
      kind: 'single',
      step: 'Compare with the paper record',
      routes: { same: end('settled'), differs: end('settled') },
    },
  },
};

/** What was corrected after it was signed is signed again (clinical-pathway 3.10). */
export const correction: PhaseFlow = {
  phase: 'Correction',
  first: 'Signature',
  stages: {
    Signature: {
      kind: 'single',
      step: 'Sign the correction',
      routes: { signed: end('settled'), disputed: end('settled') },
    },
  },
};

/** What two roles went on with together in an emergency, QA reviews (design 2.12). */
export const continuationReview: PhaseFlow = {
  phase: 'ContinuationReview',
  first: 'Review',
  stages: {
    Review: {
      kind: 'single',
      step: 'Review the emergency continuation',
      routes: { accepted: end('settled'), 'not-accepted': end('settled') },
    },
  },
};

/** S27: everybody is stood down, every container accounted for, and the record reviewed, before a journey closes. */
export const closure: PhaseFlow = {
  phase: 'Closure',
  first: 'Stand down',
  stages: {
    'Stand down': {
      kind: 'single',
      step: 'Stand everything down',
      routes: { done: to('Containers'), [NOT_NEEDED]: to('Containers') },
    },
    Containers: {
      kind: 'single',
      step: 'Account for every container',
      routes: { accounted: to('Review'), [NOT_NEEDED]: to('Review') },
    },
    Review: {
      kind: 'single',
      step: 'Close the course',
      routes: { closed: end('accounted'), [NOT_NEEDED]: end('settled') },
    },
  },
};
