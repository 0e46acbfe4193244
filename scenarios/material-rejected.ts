import type { Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { apheresis, decides, release } from './usual-answers.ts';

export const materialRejected: Scenario = {
  name: 'material-rejected',
  title: 'The maker rejects the starting material on arrival; the patient is collected again.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      decides(
        'Record acceptance by the maker',
        'recollect',
        '+1d 10:00',
        () => ({ explanation: 'Viability under the limit of the maker on arrival.' }),
        1,
      ),
      apheresis(course, 2),
      release(course, 2),
    ],
    operations: [goesElsewhere('Follow the manufacture', 2)],
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
