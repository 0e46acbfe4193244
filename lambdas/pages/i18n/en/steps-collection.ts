import { stop } from './common-decisions.ts';
import type { EnglishStep } from './step-texts.ts';

export const collection = {
  'Book the slots': {
    title: 'Book the slots',
    ask: 'Please record the slots offered, and book collection and manufacture before the hold on them ends.',
    decisions: { booked: 'Booked', 'slot-lost': 'Slots lost', reorder: 'Order again', ...stop },
  },
  'Check donor tests': {
    title: 'Check donor tests',
    ask: 'Please check the infectious disease markers, and when their sample was taken.',
    decisions: { tested: 'Tested', rebook: 'Find new slots', ...stop },
  },
  'Confirm readiness': {
    title: 'Confirm readiness',
    ask: 'Please confirm whether the patient can be collected in the booked slot.',
    decisions: { ready: 'Ready', rebook: 'Find new slots', reorder: 'Order again', ...stop },
  },
  'Record apheresis': {
    title: 'Record apheresis',
    ask: 'Please identify the patient with a second person, then record the apheresis and its identifiers.',
    decisions: { collected: 'Collected', rebook: 'Find new slots', recollect: 'Collect again', ...stop },
  },
  'Release the collection': {
    title: 'Release the collection',
    ask: 'Please check yield and labels of the starting material, and decide on its release.',
    decisions: {
      released: 'Release',
      'released-under-target': 'Release under target',
      recollect: 'Collect again',
      ...stop,
    },
  },
  'Ship the starting material': {
    title: 'Ship the starting material',
    ask: 'Please record the hand-over of the starting material and its arrival at the manufacturer, from the documents.',
    decisions: { delivered: 'Arrived at the manufacturer', recollect: 'Lost: collect again', ...stop },
  },
} satisfies Record<string, EnglishStep>;
