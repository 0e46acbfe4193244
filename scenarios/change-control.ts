import type { KnownEntry, Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { closed, closure, ordered } from './usual-log.ts';
import { agreement, KEPT, orderProcedure, readiness, riskAssessment } from './usual-registers.ts';

const CHANGE = 'CC-2027-01';

/** The next version of the procedure for orders, which rests on the change. */
function nextVersion(status: 'training' | 'effective', effectiveFrom: string): KnownEntry {
  const known = orderProcedure('5', status, '2027-01-07');
  return { ...known, entry: { ...Object(known.entry), changeControl: CHANGE, effectiveFrom } };
}

const change = (more: object): KnownEntry => ({
  register: 'change-controls',
  ...KEPT,
  id: CHANGE,
  entry: {
    title: 'Orders are checked against the label revision',
    owner: 'qa',
    class: 'minor',
    what: 'The check of an order names the revision of the label that it was made by.',
    why: 'Two labels were in use at the same time.',
    changes: [{ kind: 'document', id: 'SOP-ATMP-003', version: '5' }],
    proposedBy: 'pharmacist',
    impactRegulatory: 'none',
    impactValidation: 'none',
    impactData: 'none',
    impactTraining: 'Physicians and pharmacists read version 5.',
    impactPatients: 'Steps that are open go on by version 4.',
    rollback: 'Version 4 stays effective until version 5 counts.',
    checkUntil: '2027-06-30',
    ...more,
  },
});

export const changeControl: Scenario = {
  name: 'change-control',
  title:
    'While a therapy is ordered, the next version of the procedure becomes effective by an approved change, which names the journey in flight: the open step keeps its version, the next one shows the new.',
  protocol: 'kymriah',
  registers: [
    agreement('2027-06-08'),
    riskAssessment,
    orderProcedure('4', 'effective', '2026-02-02'),
    change({ status: 'assessed', approvals: [], implementOn: '2027-03-01' }),
    nextVersion('training', '2027-03-01'),
    readiness,
  ],
  play: () => ({
    scripts: [{ step: 'Check the order', answers: [] }],
    keepings: [
      {
        whenAsked: { step: 'Place the order', round: 1 },
        after: 'PT2H',
        entries: ({ date }) => [
          change({
            status: 'approved',
            approvals: [
              { by: 'qa', role: 'qa', on: date(0) },
              { by: 'programme-lead', role: 'programme-lead', on: date(0) },
            ],
            implementOn: date(1),
          }),
          nextVersion('effective', date(1)),
        ],
        concerned: [{ what: 'document', id: 'SOP-ATMP-003', step: 'Place the order', shown: '4', changedTo: '5' }],
      },
    ],
    operations: [goesElsewhere('Check the order')],
    expect: {
      outcome: 'cancelled',
      log: {
        journey: ['opened', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        'Check the order 1': ['withdrawn'],
        'Order 1': ['entered', 'ended: cancelled'],
        ...closure(),
      },
      reminders: [],
      deviations: [],
      procedures: {
        'Place the order 1': 'SOP-ATMP-003 version 4',
        'Check the order 1': 'SOP-ATMP-003 version 5',
      },
    },
  }),
};
