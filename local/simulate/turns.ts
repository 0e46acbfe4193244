import { REPORT } from '../../lambdas/domain/sign-off/submission.ts';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import { collectionFails } from '../../scenarios/collection-fails.ts';
import { conditioningDelayed } from '../../scenarios/conditioning-delayed.ts';
import { dayZeroTurns } from '../../scenarios/day-zero-turns.ts';
import { deteriorates } from '../../scenarios/deteriorates.ts';
import { diesBeforeTreatment } from '../../scenarios/dies-before-treatment.ts';
import { diesDuringInfusion } from '../../scenarios/endings.ts';
import { excursionInbound } from '../../scenarios/excursion-inbound.ts';
import { excursionOutbound } from '../../scenarios/excursion-outbound.ts';
import { lostToFollowUp } from '../../scenarios/lost-to-follow-up.ts';
import { manufacturingFailsRemade } from '../../scenarios/manufacturing-fails-remade.ts';
import { materialRejected } from '../../scenarios/material-rejected.ts';
import { receiptQuarantine } from '../../scenarios/receipt-quarantine.ts';
import { rejection } from '../../scenarios/rejection.ts';
import { slotLost } from '../../scenarios/slot-lost.ts';
import { turnedBack } from '../../scenarios/turned-back.ts';
import { withdrawsConsent } from '../../scenarios/withdraws-consent.ts';
import type { Course } from '../scenario/course.ts';
import type { Answer, Scenario, StepScript } from '../scenario/scenario.ts';
import type { AskedStep } from './answers.ts';
import { LAST_EARLY_VISIT, type RateName } from './base-rates.ts';
import type { Chance } from './chance.ts';
import type { Told } from './told.ts';

/** How a course leaves the usual path: as in this scenario, as often as this rate says. */
interface Turn {
  readonly rate: RateName;
  readonly step: StepName;
  /** The scenario in which people answer the step so, and by which decision where it has more than one. */
  readonly as: Scenario;
  readonly decision?: string;
  /** Later steps that are answered as in the scenario too, the next time they are asked. */
  readonly later?: readonly StepName[];
  /** Only where this holds of what happened so far. */
  readonly when?: (told: Told, round: number) => boolean;
}

const firstBatch = ({ made }: Told): boolean => made === 1;
const early = (_: Told, round: number): boolean => round <= LAST_EARLY_VISIT;
const receiving: readonly StepName[] = ['Accept receipt', 'Resolve quarantine'];

/** In the order in which they are drawn; the first that happens is told. */
const TURNS: readonly Turn[] = [
  { rate: 'notEligible', step: 'Confirm eligibility', as: rejection },
  { rate: 'slotLost', step: 'Book the slots', as: slotLost },
  { rate: 'collectionFails', step: 'Record apheresis', as: collectionFails, decision: 'recollect' },
  {
    rate: 'excursionOutbound',
    step: 'Ship the starting material',
    as: excursionOutbound,
    when: (_, round) => round === 1,
  },
  { rate: 'materialRejected', step: 'Record acceptance by the maker', as: materialRejected },
  { rate: 'manufactureFails', step: 'Follow the manufacture', as: manufacturingFailsRemade },
  {
    rate: 'consentWithdrawn',
    step: 'Follow the manufacture',
    as: withdrawsConsent,
    later: ['Decide on the withdrawal'],
  },
  { rate: 'remadeAfterFailure', step: 'Decide after a failed manufacture', as: manufacturingFailsRemade },
  { rate: 'deteriorates', step: 'Reassess the patient', as: deteriorates, decision: 'deteriorated' },
  { rate: 'excursionInbound', step: 'Inspect the delivery', as: excursionInbound, later: receiving, when: firstBatch },
  { rate: 'documentsMissing', step: 'Inspect the delivery', as: receiptQuarantine, later: receiving, when: firstBatch },
  { rate: 'thawDeferred', step: 'Give GO for thaw', as: dayZeroTurns, decision: 'defer' },
  { rate: 'reconditioned', step: 'Give GO for thaw', as: conditioningDelayed, decision: 'recondition' },
  {
    rate: 'lostAfterMissed',
    step: 'Record follow-up visit',
    as: lostToFollowUp,
    decision: 'lost',
    when: ({ missed }) => missed,
  },
  { rate: 'visitMissed', step: 'Record follow-up visit', as: lostToFollowUp, decision: 'missed' },
];

/** Where patients die, as reported from the page of the step that is open then. */
const DEATHS: readonly Pick<Turn, 'rate' | 'step' | 'when'>[] = [
  { rate: 'diesWaiting', step: 'Follow the manufacture' },
  { rate: 'diesInHospital', step: 'Monitor the patient' },
  { rate: 'diesBeforeEarlyVisit', step: 'Record follow-up visit', when: early },
  { rate: 'diesBeforeLateVisit', step: 'Record follow-up visit', when: (told, round) => !early(told, round) },
];

/** What happens at a step instead of the usual; undefined when all goes as usual. */
export function turnAt(course: Course, told: Told, { step, round }: AskedStep, chance: Chance): StepScript | undefined {
  const happens = (turn: Pick<Turn, 'rate' | 'step' | 'when'>): boolean =>
    turn.step === step && (turn.when?.(told, round) ?? true) && chance.happens(turn.rate, `${step} ${round}`);
  const planned = told.ahead.get(step);
  if (planned !== undefined) {
    told.ahead.delete(step);
    return planned;
  }
  if (happens({ rate: 'diesDuringInfusion', step: 'Give the product' })) return diesDuringInfusion(course, told.made);
  if (DEATHS.some(happens)) return { step, answers: deathReported(course) };
  const turn = TURNS.find(happens);
  if (turn === undefined) return undefined;
  for (const name of turn.later ?? []) {
    const script = scriptIn(turn.as, course, name);
    if (script !== undefined) told.ahead.set(name, script);
  }
  return scriptIn(turn.as, course, step, turn.decision);
}

/** What people decide instead, once they were refused so often. */
const INSTEAD: Readonly<
  Partial<Record<StepName, { readonly as: Scenario; readonly decision: string; readonly tries: number }>>
> = {
  'Book the slots': { as: slotLost, decision: 'slot-lost', tries: 0 },
  'Confirm readiness': { as: turnedBack, decision: 'reorder', tries: 1 },
  'Give GO for thaw': { as: conditioningDelayed, decision: 'recondition', tries: 10 },
};

/** What people decide where the page refuses, for good, what they wanted; undefined where they go on trying. */
export function insteadOf(course: Course, step: StepName, tries: number): Answer | undefined {
  const { as, decision, tries: most } = INSTEAD[step] ?? {};
  if (as === undefined || tries !== most) return undefined;
  return scriptIn(as, course, step, decision)?.answers.find((answer) => answer.decision === decision);
}

/** How people of a scenario answer a step, in whatever round they do it there. */
export const scriptIn = (
  scenario: Scenario,
  course: Course,
  step: StepName,
  decision?: string,
): StepScript | undefined =>
  scenario
    .play(course)
    .scripts.find(
      (script) =>
        script.step === step &&
        (decision === undefined || script.answers.some((answer) => answer.decision === decision)),
    );

const deathReported = (course: Course): readonly Answer[] =>
  (scriptIn(diesBeforeTreatment, course, 'Follow the manufacture')?.answers ?? []).filter(
    ({ decision }) => decision === REPORT,
  );
