import type { Scenario } from '../local/scenario/scenario.ts';
import { diesAtVisit } from './endings.ts';
import { item, milestones } from './usual-answers.ts';

export const slipReplans: Scenario = {
  name: 'slip-replans',
  title: 'The maker tells of a delay of ten days: the plan moves, and exactly those whose dates changed are told.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Follow the manufacture',
        answers: [
          ...milestones(['started', '+2d 09:00'], ['in-process-ok', '+4d 09:00']),
          item('milestone', '+2d 15:00', {
            evidence: ({ at }) => ({
              milestone: 'at-risk',
              makerReference: 'delay notice 7',
              predictedReadyAt: at(24, '12:00'),
            }),
          }),
          ...milestones(['harvested', '+4d 09:00'], ['cryopreserved', '+4d 09:00'], ['quality-control', '+5d 09:00']),
          { decision: 'made', after: '+5d 11:00', evidence: () => ({ makerReference: 'release notice 5520' }) },
        ],
      },
      diesAtVisit(5),
    ],
    operations: [],
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
