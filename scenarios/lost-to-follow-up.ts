import type { Scenario } from '../local/scenario/scenario.ts';
import { decides } from './usual-answers.ts';

export const lostToFollowUp: Scenario = {
  name: 'lost-to-follow-up',
  title: 'After a year the patient can no longer be reached: three attempts, then the follow-up ends as lost.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      decides(
        'Record follow-up visit',
        'missed',
        '+20d 10:00',
        () => ({ explanation: 'Did not come, two letters.' }),
        8,
      ),
      decides(
        'Record follow-up visit',
        'lost',
        '+62d 10:00',
        () => ({ explanation: 'Moved abroad; general practitioner and registry office do not know where.' }),
        9,
      ),
    ],
    operations: [],
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
