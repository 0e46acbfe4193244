import type { StepName } from '../lambdas/domain/vocabulary.ts';
import type { OperatorScript, StepScript } from '../local/scenario/scenario.ts';
import { decides } from './usual-answers.ts';

/** The patient is found to have died at a visit: the end of stories that need no fifteen years. */
export const diesAtVisit = (round: number): StepScript =>
  decides(
    'Record follow-up visit',
    'died',
    '+3d 10:00',
    ({ date }) => ({ diedOn: date(-1), explanation: 'Progression of the disease.' }),
    round,
  );

/** The course is handed over to another centre: the end of stories that are told when a step is asked. */
export const goesElsewhere = (step: StepName, round = 1): OperatorScript => ({
  whenAsked: { step, round },
  after: 'PT3H',
  command: 'cancel',
  reason: 'The patient is treated at another centre.',
});
