import type { KnownEntry, Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { orderEvidence } from './usual-evidence.ts';
import { closed, closure, ordered } from './usual-log.ts';
import { agreement, orderProcedure, readiness, riskAssessment } from './usual-registers.ts';

/** In date, as the system of quality documents said before the year began, and not read since. */
const READ_AT = '2027-01-02T06:00:00.000Z';
const mirrored: KnownEntry = {
  ...agreement('2027-06-09'),
  at: READ_AT,
  mirror: { system: 'eqms', id: 'AG-ALDER/2', asOf: READ_AT },
};

export const mirrorTooOld: Scenario = {
  name: 'mirror-too-old',
  title:
    'The agreement with the maker is kept in another system that was last read too long ago: whether it counts is unknown, nothing is ordered by it until quality assurance has confirmed it with evidence.',
  protocol: 'kymriah',
  registers: [mirrored, riskAssessment, orderProcedure('4', 'effective', '2026-02-02'), readiness],
  play: (course) => ({
    scripts: [
      {
        step: 'Place the order',
        answers: [
          {
            ...{ decision: 'ordered', after: 'PT1H', evidence: orderEvidence.ordered(course) },
            ...{ refused: 403, because: 'site-ready unknown' },
          },
          { decision: 'ordered', after: 'PT2H', evidence: orderEvidence.ordered(course) },
        ],
      },
    ],
    confirms: [
      {
        whenAsked: { step: 'Place the order', round: 1 },
        ...{ after: 'PT2H', register: 'agreements', id: 'AG-ALDER/2', by: 'qa' },
        why: 'the import of the week did not run',
        reference: 'Signed agreement AG-ALDER/2 in the document system, seen on its page of signatures',
      },
    ],
    operations: [goesElsewhere('Check the order')],
    expect: {
      outcome: 'cancelled',
      log: {
        journey: ['opened', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        ...closure(),
        'Check the order 1': ['withdrawn'],
        'Order 1': ['entered', 'ended: cancelled'],
      },
      reminders: [],
      deviations: [],
    },
  }),
};
