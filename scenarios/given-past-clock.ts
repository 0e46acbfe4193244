import type { Scenario } from '../local/scenario/scenario.ts';
import { diesAtVisit } from './endings.ts';
import { bedside, item } from './usual-answers.ts';

export const givenPastClock: Scenario = {
  name: 'given-past-clock',
  title:
    'The infusion runs past the in-use time of the first bag: it is recorded as it was, and opens a critical deviation.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Give the product',
        answers: [
          item('premedication-given', 'PT2M', { as: 'nurse' }),
          ...bedside(course, 'BAG-1', { 'infusion-ended': 'PT26M' }),
          ...bedside(course, 'BAG-2'),
          {
            decision: 'given',
            after: 'PT10M',
            evidence: () => ({ containersGiven: [...course.containers], residueDisposal: 'GMO waste 2027-21' }),
          },
        ],
      },
      diesAtVisit(5),
    ],
    operations: [],
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
