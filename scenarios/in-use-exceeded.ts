import type { Scenario } from '../local/scenario/scenario.ts';
import { diesAtVisit } from './endings.ts';
import { accounts, bedside, item } from './usual-answers.ts';

export const inUseExceeded: Scenario = {
  name: 'in-use-exceeded',
  title:
    'Access is lost after the first bag was thawed: its in-use time passes, it is discarded, and only the second bag is given.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Give the product',
        answers: [
          item('premedication-given', 'PT2M', { as: 'nurse' }),
          ...bedside(course, 'BAG-1').slice(0, 7),
          item('reaction', 'PT25M', {
            as: 'physician',
            evidence: () => ({ grade: 1, action: 'Access lost before the infusion; a new one is placed.' }),
          }),
          ...bedside(course, 'BAG-2'),
          {
            decision: 'partly-given',
            after: 'PT10M',
            evidence: () => ({
              containersGiven: ['BAG-2'],
              residueDisposal: 'GMO waste 2027-20',
              percentGiven: 50,
              explanation: 'The first bag passed its in-use time and was discarded.',
            }),
          },
        ],
      },
      accounts(course, 1, 'destroyed', ['BAG-1']),
      diesAtVisit(5),
    ],
    operations: [],
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
