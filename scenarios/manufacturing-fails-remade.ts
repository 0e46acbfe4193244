import type { Scenario } from '../local/scenario/scenario.ts';
import { diesAtVisit } from './endings.ts';
import { certificate, decides, milestones, receivedBy } from './usual-answers.ts';

export const manufacturingFailsRemade: Scenario = {
  name: 'manufacturing-fails-remade',
  title:
    'The first manufacture fails; from the material it kept the maker makes a second batch, and the patient is treated with it.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Follow the manufacture',
        round: 1,
        answers: [
          ...milestones(['started', '+2d 09:00'], ['at-risk', '+4d 09:00']),
          {
            decision: 'failed',
            after: '+3d 15:00',
            evidence: () => ({ makerReference: 'failure notice 13', explanation: 'Viability too low at harvest.' }),
          },
        ],
      },
      decides('Decide after a failed manufacture', 'remake', '+1d 17:00', () => ({
        explanation: 'Enough starting material is kept; the board agrees to a second manufacture.',
      })),
      certificate(course, 2),
      ...receivedBy(course, 2),
      diesAtVisit(5),
    ],
    operations: [],
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
