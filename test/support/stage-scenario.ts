import { courseOf } from '../../local/scenario/course.ts';
import type { Expectations, Scenario } from '../../local/scenario/scenario.ts';
import { confirmsDeath } from '../../scenarios/endings.ts';
import { accountsOfFirst } from '../../scenarios/usual-accounts.ts';
import { decides, reports } from '../../scenarios/usual-answers.ts';
import { item } from '../../scenarios/usual-checklists.ts';
import { orderEvidence } from '../../scenarios/usual-evidence.ts';
import {
  closed,
  closure,
  collected,
  conditioned,
  delivered,
  died,
  given,
  ordered,
  received,
} from '../../scenarios/usual-log.ts';
import { observations } from '../../scenarios/usual-monitoring.ts';

/** Mornings on which the ward sees the patient before the death. */
const OBSERVED = 5;

/** The shortest journey with every phase of the course in it, in which steps of several phases are open at once. */
export const brief: Scenario = {
  name: 'brief',
  title: 'Treated, and died in the first week: while the ward watches, the first visit is open.',
  protocol: 'yescarta',
  play: (course) => ({
    scripts: [
      decides('Follow the manufacture', 'made', '+12d 10:00', () => ({ makerReference: 'release notice 1' })),
      {
        step: 'Monitor the patient',
        answers: [
          ...observations(course).slice(0, OBSERVED),
          reports('death', '+0d 10:00!', 'nurse', ({ date }) => ({ diedOn: date(0), explanation: 'On the ward.' })),
        ],
      },
      ...confirmsDeath('not-related', 'Infection.'),
      // Asked only of a journey that a test cancels when its material or its product is there.
      accountsOfFirst(course),
    ],
    operations: [],
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

/** How many signatures it takes. */
export const BRIEF_SIGNATURES = 56;

/** A few signatures until the course is stopped, with something booked that has to be undone: for journeys by the dozen. */
export const short: Scenario = {
  name: 'short',
  title: 'The funder answers late, and when slots are offered the patient no longer wants the treatment.',
  protocol: 'yescarta',
  play: () => ({
    scripts: [
      decides('Confirm funding', 'funded', '+9d 10:00', orderEvidence.funded),
      {
        step: 'Book the slots',
        answers: [
          item('slot-offered', '+0d 15:00', {
            evidence: ({ at }) => ({
              manufacturingSlot: 'SLOT-4711',
              collectionSlot: { from: at(8, '08:00'), until: at(8, '14:00') },
              heldUntil: at(3, '18:00'),
            }),
          }),
          {
            decision: 'stopped',
            after: '+1d 10:00',
            evidence: () => ({ explanation: 'The patient decided otherwise.' }),
          },
        ],
      },
    ],
    operations: [],
    expect: {
      outcome: 'stopped',
      log: {
        ...closed('stopped'),
        ...ordered,
        'Book the slots 1': ['slot-offered', 'stopped'],
        'Collection 1': ['entered', 'ended: stopped'],
        ...closure(),
      },
      reminders: ['Confirm funding 1: half'],
      deviations: [],
    },
  }),
};

/** The first signature of its closure. */
export const SHORT_CLOSURE_FROM = 9;

/** What must come of a scenario in which identifiers play no part: the same for every course. */
export const expectedOf = ({ protocol, play }: Scenario): Expectations => play(courseOf(protocol, 'ANY')).expect;

/** True in long runs (`npm run soak`): trouble at every signature, in a journey that has no other. */
export const EVERY_SIGNATURE = process.env.EVERY_SIGNATURE === '1';

/** How long a test of many journeys may take, in milliseconds. */
export const PATIENCE_MS = EVERY_SIGNATURE ? 7_200_000 : 600_000;

const SIGNATURES = Array.from({ length: BRIEF_SIGNATURES }, (_, index) => index + 1);

/** Entries of a checklist under way: the step was open at the entry before, and is at the one after. */
const UNDER_WAY: readonly number[] = [12, 16, 24, 37, 38, 40, 41, 42, 43, 44, 48, 49, 50, 51];

/** At each open step, and between each two. */
const PLACES = SIGNATURES.filter((n) => !UNDER_WAY.includes(n));

/**
 * Signatures at which each of so many journeys is disturbed: together every place there is, never two in a row in one
 * journey. With `EVERY_SIGNATURE` one journey for each signature.
 */
export const sharesOf = (journeys: number): readonly (readonly number[])[] =>
  EVERY_SIGNATURE
    ? SIGNATURES.map((n) => [n])
    : Array.from({ length: journeys }, (_, share) => PLACES.filter((_, index) => index % journeys === share));

/** Signatures at which steps of two phases, or two of one, are open: funding with consent, the ward with the first visit. */
export const TWO_OPEN: readonly number[] = [3, 52];

/** The signature by which the infusion begins: from there on nothing is cancelled. */
const INFUSED_AT = 44;

/** The first signature after something was booked: whoever cancels from there on leaves work to do. */
export const BOOKED_FROM = 6;

/** Where a journey is cancelled, one for each place: before and after something is booked, and in each phase. */
export const CANCELLED_AT: readonly number[] = SIGNATURES.filter(
  (n) => n <= INFUSED_AT && (EVERY_SIGNATURE || [1, 6, 20, 38, 44].includes(n)),
);
