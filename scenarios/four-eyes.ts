import { neededForContainer } from '../lambdas/domain/steps/administration-items.ts';
import { ROLES, type StepName } from '../lambdas/domain/vocabulary.ts';
import type { Course } from '../local/scenario/course.ts';
import type { Answer, Scenario, StepScript } from '../local/scenario/scenario.ts';
import { scriptFor } from '../local/scenario/scripts.ts';
import { confirmsDeath } from './endings.ts';
import { colleague, handsOver } from './handing-over.ts';
import { apheresis, decides, reports, usualAnswers } from './usual-answers.ts';
import { bedside, premedication } from './usual-checklists.ts';
import { closure, collected, conditioned, delivered, died, given, ordered, received } from './usual-log.ts';
import { observations } from './usual-monitoring.ts';

/** Holds every role, so that only the rule of two people stands in their way. */
const MAX = 'max';
/** To whom that person hands over. */
const DEE = 'dee';

/** Each step of which another is the second person's part. */
const FIRST: readonly StepName[] = [
  'Place the order',
  'Inspect the delivery',
  'Prescribe the product',
  'Give GO for thaw',
  'Confirm the death',
];
const SECOND: readonly StepName[] = [
  'Release the collection',
  'Accept receipt',
  'Verify the prescription',
  'Confirm GO for thaw',
  'Confirm the death as second person',
];

const REFUSED = { refused: 403, because: 'same-person' } as const;

const byMax = (answer: Answer): Answer => ({ ...answer, who: MAX });

/** The first person tries to be the second as well, and is refused; then another person signs. */
const notByMax = (answer: Answer): readonly Answer[] => [
  { ...answer, who: MAX, ...REFUSED },
  { ...answer, after: 'PT1M' },
];

function usual(course: Course, step: StepName): StepScript {
  const script = scriptFor([...confirmsDeath('not-related', 'Infection.'), ...usualAnswers(course)], step, 1);
  if (script === undefined) throw new Error(`Scenario four-eyes: expected usual answers of ${step}`);
  return script;
}

const change = (script: StepScript, how: (answer: Answer) => readonly Answer[]): StepScript => ({
  ...script,
  answers: script.answers.flatMap(how),
});

/** Refused as oneself, through whoever one handed over to, and from paper; a deputy in their own right is another person. */
function checks(course: Course): StepScript {
  const { answers } = usual(course, 'Check the order');
  const [check] = answers;
  if (check === undefined) throw new Error('Scenario four-eyes: expected an answer');
  const paper = { doneBy: MAX, reference: 'downtime folder 2027-01, page 2' };
  return {
    step: 'Check the order',
    answers: [
      { ...check, who: MAX, ...REFUSED },
      { ...check, after: 'PT30M', who: DEE, onBehalfOf: MAX, ...REFUSED },
      { ...check, after: 'PT5M', happened: 'PT5M', paper, ...REFUSED },
      { ...check, after: 'PT5M', happened: 'PT5M', paper: { ...paper, doneBy: DEE }, who: MAX, ...REFUSED },
      { ...check, after: 'PT5M', who: DEE },
    ],
  };
}

/** Of each pair at the bedside the first is read by one person, who is refused as the second. */
function administration(course: Course): StepScript {
  const names = neededForContainer(course.protocol).map(({ item }) => item);
  const pairs = (answer: Answer, place: number): readonly Answer[] => {
    const name = names[place] ?? '';
    if (name.endsWith('-second')) return notByMax(answer);
    return [names.includes(`${name}-second`) ? byMax(answer) : answer];
  };
  const { answers } = usual(course, 'Give the product');
  return {
    step: 'Give the product',
    answers: [
      premedication,
      ...course.containers.flatMap((container) => bedside(course, container).flatMap(pairs)),
      ...answers.slice(-1),
    ],
  };
}

function collects(course: Course): StepScript {
  const [first, second, decision] = apheresis(course, 1).answers;
  if (first === undefined || second === undefined || decision === undefined) throw new Error('expected three answers');
  return { step: 'Record apheresis', answers: [byMax(first), ...notByMax(second), byMax(decision)] };
}

/** Mornings on which the ward sees the patient before the death. */
const OBSERVED = 5;

export const fourEyes: Scenario = {
  name: 'four-eyes',
  title:
    'One person holds every role, and is refused as the second person of every pair: by another role, through a deputy and from paper. The right pair signs.',
  protocol: 'yescarta',
  staff: [colleague(MAX, 'Dr Max Manifold', ROLES), colleague(DEE, 'Dee Deputy', ['pharmacist'])],
  play: (course) => ({
    scripts: [
      ...FIRST.map((step) => change(usual(course, step), (answer) => [byMax(answer)])),
      ...SECOND.map((step) => change(usual(course, step), notByMax)),
      checks(course),
      collects(course),
      administration(course),
      decides('Follow the manufacture', 'made', '+12d 10:00', () => ({ makerReference: 'release notice 1' })),
      {
        step: 'Monitor the patient',
        answers: [
          ...observations(course).slice(0, OBSERVED),
          reports('death', '+0d 10:00!', 'nurse', ({ date }) => ({ diedOn: date(0), explanation: 'On the ward.' })),
        ],
      },
    ],
    operations: [],
    visits: [handsOver({ step: 'Place the order', after: 'PT1H', who: MAX, to: DEE, role: 'pharmacist' })],
    expect: {
      outcome: 'died',
      log: {
        ...died,
        plan: ['shipment-out', 'ready', 'delivery', 'conditioning, day-0, discharge, proximity-end'],
        ...ordered,
        ...collected(),
        'Record acceptance by the maker 1': ['accepted'],
        'Follow the manufacture 1': ['made'],
        'Check certificate 1': ['certified'],
        'Manufacturing 1': ['entered', 'ended: certified'],
        'Reassess the patient 1': ['fit'],
        'Reassessment 1': ['entered', 'ended: again'],
        'Reassess the patient 2': ['withdrawn'],
        'Reassessment 2': ['entered', 'ended: superseded'],
        ...delivered(),
        ...received(),
        ...conditioned(),
        ...given(course),
        'Monitor the patient 1': [...Array.from({ length: OBSERVED }, () => 'observation'), 'withdrawn'],
        'Treatment 1': ['entered', 'ended: died'],
        'Record follow-up visit 1': ['withdrawn'],
        'FollowUpVisit 1': ['entered', 'ended: died'],
        ...closure(),
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Follow the manufacture 1: maker-silent',
        'Follow the delivery 1: delivery-tomorrow',
        'Give GO for conditioning 1: conditioning-in-3-days',
      ],
      deviations: [],
    },
  }),
};
