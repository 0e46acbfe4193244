import type { EnglishStep } from './step-texts.ts';

export const followUp = {
  'Record follow-up visit': {
    title: 'Record follow-up visit',
    ask: 'Please record whether the follow-up visit took place.',
    decisions: { attended: 'Took place', missed: 'Missed', lost: 'Lost to follow-up' },
  },
  'Report to the registry': {
    title: 'Report to the registry',
    ask: 'Please report this visit to the registry.',
    decisions: { reported: 'Reported', 'not-reported': 'Not reported' },
  },
  'Arrange the lifelong watch': {
    title: 'Arrange the lifelong watch',
    ask: 'Please arrange who watches for secondary malignancy from now on.',
    decisions: { arranged: 'Arranged', 'arranged-unreached': 'Arranged, patient not informed' },
  },
  'Stand everything down': {
    title: 'Stand everything down',
    ask: 'Please tell everybody who waits for this course that it has ended.',
    decisions: { done: 'All told' },
  },
  'Account for every container': {
    title: 'Account for every container',
    ask: 'Please account for each container that was not given, with its certificate and a witness, and for each donation that no certified batch was made of.',
    decisions: { accounted: 'All accounted for' },
  },
  'Close the course': {
    title: 'Close the course',
    ask: 'Please review the record of this course, and close it.',
    decisions: { closed: 'Close' },
  },
} satisfies Record<string, EnglishStep>;
