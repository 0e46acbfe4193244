import { rememberedFor } from '../../lambdas/domain/remembered.ts';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import { diesBeforeTreatment } from '../../scenarios/dies-before-treatment.ts';
import { confirmsDeath } from '../../scenarios/endings.ts';
import { lapsedAtNight } from '../../scenarios/lapsed-at-night.ts';
import { manufacturingFailsStopped } from '../../scenarios/manufacturing-fails-stopped.ts';
import { recollection } from '../../scenarios/recollection.ts';
import {
  administration,
  apheresis,
  certificate,
  decides,
  receivedBy,
  shipped,
  usualAnswers,
} from '../../scenarios/usual-answers.ts';
import { releaseEvidence } from '../../scenarios/usual-evidence.ts';
import type { Course } from '../scenario/course.ts';
import type { Answer, StepScript } from '../scenario/scenario.ts';
import { scriptFor } from '../scenario/scripts.ts';
import type { Chance } from './chance.ts';
import { sometimesLate } from './lateness.ts';
import type { Told } from './told.ts';
import { scriptIn, turnAt } from './turns.ts';

/** A step that people were asked to decide. */
export interface AskedStep {
  readonly step: StepName;
  readonly round: number;
}

/** How people answer a step they are asked: as usual or by a turn, now and then late; undefined where nobody knows how. */
export function answersTo(course: Course, told: Told, asked: AskedStep, chance: Chance): readonly Answer[] | undefined {
  const script = turnAt(course, told, asked, chance) ?? usualAt(course, told, asked, chance);
  return script?.answers.map((answer, index) => sometimesLate(answer, chance, `${asked.step} ${asked.round} ${index}`));
}

/** The usual answer, for the collection and the batch that this round is about. */
function usualAt(
  course: Course,
  { collected, made, infused }: Told,
  { step, round }: AskedStep,
  chance: Chance,
): StepScript | undefined {
  const scripts = [
    apheresis(course, round),
    released(course, round, chance.happens('collectionUnderTarget', `${round}`)),
    shipped(course, round),
    certificate(course, round, collected),
    ...receivedBy(course, made),
    administration(course, made),
    ...confirmsDeath(infused ? 'not-related' : 'nothing-given', 'Progression of the disease.'),
    ...inAnyRound(course),
  ];
  return scriptFor(scripts, step, round) ?? afterTurns(course, step, chance, round);
}

const inAnyRound = rememberedFor((course: Course) =>
  usualAnswers(course).filter((script) => script.round === undefined),
);

/** A collection, also one under the target of the maker, which it accepts in writing. It extends what waits over night. */
const released = (course: Course, round: number, isUnderTarget: boolean): StepScript =>
  decides(
    'Release the collection',
    isUnderTarget ? 'released-under-target' : 'released',
    isUnderTarget ? '+0d 16:00' : '+0d 15:00',
    (moment) => ({
      ...releaseEvidence(course, round, isUnderTarget ? 1.4 : undefined)(moment),
      ...(isUnderTarget ? { makerAcceptance: 'MAH-2027-44, in writing' } : {}),
      ...(moment.collectedOn === moment.date(0) ? {} : { makerExtension: 'MAH-2027-45, in writing' }),
    }),
    round,
  );

/** Steps that are only asked after a turn: answered as in the scenarios that tell of them. */
function afterTurns(course: Course, step: StepName, chance: Chance, round: number): StepScript | undefined {
  if (step === 'Review the emergency continuation') return scriptIn(lapsedAtNight, course, step);
  if (step !== 'Decide after a failed manufacture') return scriptIn(diesBeforeTreatment, course, step);
  const stops = chance.happens('stoppedAfterFailure', `${step} ${round}`);
  return scriptIn(stops ? manufacturingFailsStopped : recollection, course, step);
}
