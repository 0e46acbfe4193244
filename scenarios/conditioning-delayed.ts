import type { Scenario } from '../local/scenario/scenario.ts';
import { diesAtVisit } from './endings.ts';
import { decides } from './usual-answers.ts';

export const conditioningDelayed: Scenario = {
  name: 'conditioning-delayed',
  title:
    'An infection keeps the patient from the infusion until the window after conditioning has passed: conditioning is decided on anew.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      decides(
        'Give GO for thaw',
        'recondition',
        '+15d 09:00',
        () => ({ explanation: 'Infection treated; the window after conditioning has passed.' }),
        1,
      ),
      diesAtVisit(5),
    ],
    operations: [],
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
