import type { Assessed } from '../lambdas/domain/competence/competence.ts';
import type { KnownCompetence, Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { colleague } from './handing-over.ts';
import { orderEvidence } from './usual-evidence.ts';
import { closed, leftAtSlots, ordered } from './usual-log.ts';

const assessed = (person: string, { assessedOn, validUntil }: Pick<Assessed, 'assessedOn' | 'validUntil'>) =>
  ({
    person,
    record: {
      what: 'assessed',
      task: 'order-verification',
      training: 'SOP-ATMP-012 version 4',
      theoryScore: 92,
      observed: 3,
      required: 3,
      assessor: 'programme-lead',
      assessedOn,
      validUntil,
      by: 'qa',
      why: 'yearly assessment',
      at: `${assessedOn}T12:00:00.000Z`,
    },
  }) satisfies KnownCompetence;

export const lapsedCompetence: Scenario = {
  name: 'lapsed-competence',
  title:
    'The pharmacist who checks orders was last assessed a year ago: the check is refused with the day on which it lapsed, and a colleague who is competent signs it.',
  protocol: 'kymriah',
  staff: [colleague('fay', 'Fay Pharmacist', ['pharmacist'])],
  competence: [
    assessed('pharmacist', { assessedOn: '2026-01-12', validUntil: '2027-01-12' }),
    assessed('fay', { assessedOn: '2026-06-01', validUntil: '2027-06-01' }),
  ],
  play: (course) => ({
    scripts: [
      {
        step: 'Check the order',
        answers: [
          { decision: 'checked', after: '+0d 11:30', evidence: orderEvidence.checked(course), refused: 403 },
          { decision: 'checked', after: 'PT1H', who: 'fay', evidence: orderEvidence.checked(course) },
        ],
      },
    ],
    operations: [goesElsewhere('Book the slots')],
    expect: {
      outcome: 'cancelled',
      log: {
        journey: ['opened', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        ...leftAtSlots,
        'Book the slots 1': ['slot-offered', 'withdrawn'],
      },
      reminders: [],
      deviations: [],
      mailed: { 'Check the order 1': ['fay', 'pharmacist'] },
    },
  }),
};
