import type { Scenario } from '../local/scenario/scenario.ts';
import { decides, milestones } from './usual-answers.ts';

export const manufacturingFailsStopped: Scenario = {
  name: 'manufacturing-fails-stopped',
  title: 'The manufacture fails, and the board decides against another try: everybody is stood down.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Follow the manufacture',
        answers: [
          ...milestones(['started', '+2d 09:00']),
          {
            decision: 'failed',
            after: '+6d 15:00',
            evidence: () => ({ makerReference: 'failure notice 14', explanation: 'Contamination of the culture.' }),
          },
        ],
      },
      decides('Decide after a failed manufacture', 'stopped', '+1d 17:00', () => ({
        explanation: 'Disease progresses too fast for another manufacture; best supportive care.',
      })),
    ],
    operations: [],
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
