import { back, stop } from './common-decisions.ts';
import type { EnglishStep } from './step-texts.ts';

export const conditioning = {
  'Prescribe the product': {
    title: 'Prescribe the product',
    ask: 'Please prescribe the product, with conditioning and day 0 as planned.',
    decisions: { prescribed: 'Prescribe', ...back },
  },
  'Verify the prescription': {
    title: 'Verify the prescription',
    ask: 'Please verify the prescription as second person, and reserve the rescue medication.',
    decisions: { verified: 'Verified', represcribe: 'Prescribe anew', ...stop },
  },
  'Give GO for conditioning': {
    title: 'Give GO for conditioning',
    ask: 'Please decide whether conditioning starts.',
    decisions: { go: 'GO', 'go-without-conditioning': 'GO without conditioning', defer: 'Defer', ...back },
  },
  'Start conditioning': {
    title: 'Start conditioning',
    ask: 'Please check that the GO still stands, then record the first dose of the conditioning.',
    decisions: {
      started: 'Started',
      'started-without-go': 'Started although no GO stood',
      'go-lapsed': 'GO no longer stands',
      ...stop,
    },
  },
  'Complete conditioning': {
    title: 'Complete conditioning',
    ask: 'Please record the conditioning as it was given, and when its last dose ended.',
    decisions: { completed: 'Completed', ...back, recondition: 'Broken off: decide anew' },
  },
} satisfies Record<string, EnglishStep>;
