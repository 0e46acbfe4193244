import type { StepName } from '../lambdas/domain/vocabulary.ts';
import type { Course } from '../local/scenario/course.ts';
import type { OperatorScript, StepScript } from '../local/scenario/scenario.ts';
import { decides, reports } from './usual-answers.ts';
import { bedside, item, premedication } from './usual-checklists.ts';

/** What two people say about a death that was reported, and from where they know. */
export const confirmsDeath = (
  relationToProduct: 'nothing-given' | 'not-related',
  causeOfDeath: string,
  day = 0,
): readonly StepScript[] => [
  decides('Confirm the death', 'confirmed', 'PT2H', ({ date }) => ({
    diedOn: date(day),
    causeOfDeath,
    relationToProduct,
    autopsy: 'no-autopsy',
  })),
  decides('Confirm the death as second person', 'confirmed', 'PT3H', () => ({
    sourceReference: 'death certificate, copy',
  })),
];

/** The patient is found to have died at a visit: the end of stories that need no fifteen years. */
export const diesAtVisit = (round: number): readonly StepScript[] => [
  {
    step: 'Record follow-up visit',
    round,
    answers: [
      reports('death', '+3d 10:00', 'physician', ({ date }) => ({
        diedOn: date(-1),
        explanation: 'Told by the family when asked to come.',
      })),
    ],
  },
  ...confirmsDeath('not-related', 'Progression of the disease.', -1),
];

/** The patient dies while the first bag runs in. What was given is signed on the next day, when two people have confirmed the death. */
export function diesDuringInfusion(course: Course, made = 1): StepScript {
  const [container = ''] = course.containers;
  const events = bedside(course, container, { made });
  return {
    step: 'Give the product',
    answers: [
      premedication,
      ...events.slice(0, -1),
      item('reaction', 'PT2M', { as: 'physician', evidence: () => ({ grade: 5, action: 'Resuscitation.' }) }),
      ...events.slice(-1),
      reports('death', 'PT10M', 'nurse', ({ date }) => ({ diedOn: date(0), explanation: 'During the infusion.' })),
      {
        decision: 'partly-given',
        after: '+1d 09:00',
        evidence: () => ({
          containersGiven: [container],
          residueDisposal: 'GMO waste 2027-22',
          percentGiven: 30,
          explanation: 'The infusion was stopped when the patient collapsed.',
        }),
      },
    ],
  };
}

/** The course is handed over to another centre: the end of stories that are told when a step is asked. */
export const goesElsewhere = (step: StepName, round = 1): OperatorScript => ({
  whenAsked: { step, round },
  after: 'PT3H',
  command: 'cancel',
  reason: 'The patient is treated at another centre.',
});
