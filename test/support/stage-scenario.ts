import type { Scenario } from '../../local/scenario/scenario.ts';
import { decides } from '../../scenarios/usual-answers.ts';
import {
  closed,
  closure,
  collected,
  conditioned,
  delivered,
  given,
  ordered,
  received,
} from '../../scenarios/usual-log.ts';

/** The shortest journey with every phase of the course in it, in which steps of several phases are open at once. */
export const brief: Scenario = {
  name: 'brief',
  title: 'Treated, and died in the first week: while the ward watches, the first visit is open.',
  protocol: 'yescarta',
  play: (course) => ({
    scripts: [
      decides('Follow the manufacture', 'made', '+12d 10:00', () => ({ makerReference: 'release notice 1' })),
      decides('Monitor the patient', 'died', '+6d 10:00!', ({ date }) => ({
        diedOn: date(0),
        explanation: 'Infection.',
      })),
    ],
    operations: [],
    expect: {
      outcome: 'died',
      log: {
        ...closed('died'),
        ...ordered,
        ...collected(),
        'Record acceptance by the maker 1': ['accepted'],
        'Follow the manufacture 1': ['made'],
        'Check certificate 1': ['certified'],
        'Manufacturing 1': ['entered', 'ended: certified'],
        'Reassess the patient 1': ['fit'],
        'Reassessment 1': ['entered', 'ended: again'],
        'Reassess the patient 2': ['withdrawn'],
        'Reassessment 2': ['entered', 'ended: superseded'],
        ...delivered(),
        ...received(),
        ...conditioned(),
        ...given(course),
        'Monitor the patient 1': ['died'],
        'Treatment 1': ['entered', 'ended: died'],
        'Record follow-up visit 1': ['withdrawn'],
        'FollowUpVisit 1': ['entered', 'ended: died'],
        ...closure(),
      },
      reminders: [],
      deviations: [],
    },
  }),
};

/** How many signatures it takes. */
export const BRIEF_SIGNATURES = 49;

/** Signatures at which steps of two phases, or two of one, are open: funding with consent, the ward with the first visit. */
export const TWO_OPEN: readonly number[] = [3, 47];

/**
 * Where trouble is made: some decisions of each phase and the first and last of the bedside; with `EVERY_SIGNATURE=1`
 * (`npm run soak`) every one.
 */
export const EACH_STEP: readonly number[] =
  process.env.EVERY_SIGNATURE === '1'
    ? Array.from({ length: BRIEF_SIGNATURES }, (_, index) => index + 1)
    : [1, 3, 8, 13, 17, 18, 21, 22, 27, 31, 33, 35, 46, 47, 48, BRIEF_SIGNATURES];
