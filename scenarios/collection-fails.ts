import type { Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { apheresis, decides, item } from './usual-answers.ts';
import { releaseEvidence } from './usual-evidence.ts';

export const collectionFails: Scenario = {
  name: 'collection-fails',
  title:
    'Access fails during the collection; new slots are booked, and the second collection is under target and accepted by the maker.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Record apheresis',
        round: 1,
        answers: [
          item('patient-identified', '+2d 08:05', {
            evidence: () => ({ chainOfIdentity: course.ids.chainOfIdentity }),
          }),
          {
            decision: 'recollect',
            after: 'PT2H',
            evidence: () => ({ explanation: 'Access lost, clotting in the circuit.' }),
          },
        ],
      },
      apheresis(course, 2),
      decides(
        'Release the collection',
        'released-under-target',
        '+0d 16:00',
        (moment) => ({ ...releaseEvidence(course, 2, 1.4)(moment), makerAcceptance: 'MAH-2027-44, in writing' }),
        2,
      ),
    ],
    operations: [goesElsewhere('Follow the manufacture')],
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
