import { back, stop } from './common-decisions.ts';
import type { EnglishStep } from './step-texts.ts';

export const manufacturing = {
  'Record acceptance by the maker': {
    title: 'Record acceptance by the maker',
    ask: 'Please record whether the manufacturer accepted the starting material, from its document.',
    decisions: { accepted: 'Accepted', recollect: 'Rejected: collect again', ...stop },
  },
  'Follow the manufacture': {
    title: 'Follow the manufacture',
    ask: 'Please record each milestone the manufacturer tells you, and how the manufacture ended.',
    decisions: { made: 'Made', failed: 'Failed' },
  },
  'Decide after a failed manufacture': {
    title: 'Decide after a failed manufacture',
    ask: 'Please decide with the manufacturer and the multidisciplinary team how this course goes on.',
    decisions: back,
  },
  'Check certificate': {
    title: 'Check certificate',
    ask: 'Please check the manufacturer’s certificate against the order and the chain of identity.',
    decisions: { certified: 'Certificate in order', ...back },
  },
} satisfies Record<string, EnglishStep>;
