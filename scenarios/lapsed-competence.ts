import type { Assessed } from '../lambdas/domain/competence/competence.ts';
import type { KnownCompetence, Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { colleague } from './handing-over.ts';
import { orderEvidence } from './usual-evidence.ts';
import { closed, leftAtSlots, ordered } from './usual-log.ts';
import { orderProcedure } from './usual-registers.ts';

const assessed = (person: string, { assessedOn, validUntil }: Pick<Assessed, 'assessedOn' | 'validUntil'>) =>
  ({
    person,
    record: {
      what: 'assessed',
      task: 'order-verification',
      training: 'SOP-ATMP-003 version 4',
      procedure: { id: 'SOP-ATMP-003', version: '4' },
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

/** Who was assessed in the version before goes on with this one. */
const hasRead = (person: string): KnownCompetence => ({
  person,
  record: {
    ...{ what: 'read', task: 'order-verification', procedure: { id: 'SOP-ATMP-003', version: '5' } },
    ...{ readOn: '2026-12-21', by: 'qa', why: 'new version', at: '2026-12-21T12:00:00.000Z' },
  },
});

export const lapsedCompetence: Scenario = {
  name: 'lapsed-competence',
  title:
    'The pharmacist who checks orders was last assessed a year ago: the check is refused with the day on which it lapsed. So it is to a colleague who has not read the new version of the procedure; another who has signs it.',
  protocol: 'kymriah',
  staff: [colleague('fay', 'Fay Pharmacist', ['pharmacist']), colleague('gus', 'Gus Pharmacist', ['pharmacist'])],
  registers: [orderProcedure('4', 'superseded', '2026-02-02'), orderProcedure('5', 'effective', '2027-01-04', 'major')],
  competence: [
    assessed('pharmacist', { assessedOn: '2026-01-12', validUntil: '2027-01-12' }),
    assessed('fay', { assessedOn: '2026-06-01', validUntil: '2027-06-01' }),
    hasRead('fay'),
    assessed('gus', { assessedOn: '2026-06-01', validUntil: '2027-06-01' }),
  ],
  play: (course) => ({
    scripts: [
      {
        step: 'Check the order',
        answers: [
          { decision: 'checked', after: '+0d 11:30', evidence: orderEvidence.checked(course), refused: 403 },
          { decision: 'checked', after: 'PT30M', who: 'gus', evidence: orderEvidence.checked(course), refused: 403 },
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
      mailed: { 'Check the order 1': ['fay', 'gus', 'pharmacist'] },
    },
  }),
};
