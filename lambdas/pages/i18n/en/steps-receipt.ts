import { back, stop } from './common-decisions.ts';
import type { EnglishStep } from './step-texts.ts';

export const receipt = {
  'Agree the delivery': {
    title: 'Agree the delivery',
    ask: 'Please agree the delivery window with the manufacturer, with a receiver and a storage position.',
    decisions: { agreed: 'Agreed', remake: 'Manufacture again', ...stop },
  },
  'Follow the delivery': {
    title: 'Follow the delivery',
    ask: 'Please record hand-over and arrival of the product from the transport documents.',
    decisions: { arrived: 'Arrived', ...back },
  },
  'Inspect the delivery': {
    title: 'Inspect the delivery',
    ask: 'Please record what you find on the delivery, good or bad. A second person judges it.',
    decisions: { inspected: 'Inspected' },
  },
  'Accept receipt': {
    title: 'Accept receipt',
    ask: 'Please compare label, certificate and inspection as second person, and decide on the receipt.',
    decisions: { accepted: 'Accept', quarantined: 'Quarantine', ...back },
  },
  'Resolve quarantine': {
    title: 'Resolve quarantine',
    ask: 'Please decide what happens to the product in quarantine.',
    decisions: { accepted: 'Accept', ...back },
  },
  'Confirm receipt to the maker': {
    title: 'Confirm receipt to the maker',
    ask: 'Please confirm to the manufacturer that its product arrived and was accepted.',
    decisions: { confirmed: 'Confirmed' },
  },
} satisfies Record<string, EnglishStep>;
