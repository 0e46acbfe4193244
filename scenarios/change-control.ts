import type { KnownEntry, Scenario, StepScript } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { decides } from './usual-answers.ts';
import { closed, closure, ordered } from './usual-log.ts';
import { agreement, KEPT, orderProcedure, readiness, riskAssessment } from './usual-registers.ts';

const CHANGE = 'CC-2027-01';

/** The next version of the procedure for orders, which rests on the change. */
function nextVersion(status: 'training' | 'effective', effectiveFrom: string): KnownEntry {
  const known = orderProcedure('5', status, '2027-01-07');
  return { ...known, entry: { ...Object(known.entry), changeControl: CHANGE, effectiveFrom } };
}

const proposed = (implementOn: string): KnownEntry => ({
  register: 'change-controls',
  ...KEPT,
  id: CHANGE,
  entry: {
    title: 'Orders are checked against the label revision',
    status: 'proposed',
    owner: 'pharmacist',
    class: 'minor',
    what: 'The check of an order names the revision of the label that it was made by.',
    why: 'Two labels were in use at the same time.',
    changes: [{ kind: 'document', id: 'SOP-ATMP-003', version: '5' }],
    proposedBy: 'pharmacist',
    approvals: [],
    implementOn,
    rollback: 'Version 4 stays effective until version 5 counts.',
    checkUntil: '2027-06-30',
  },
});

const because = { changeBecause: 'Audit 4 was read; nothing is left.' };
/** Six signatures: of quality assurance, of a second person, of who owns it, and of the programme lead. */
const signed: readonly StepScript[] = [
  decides('Assess the change', 'assessed', 'PT30M', () => ({
    impactRegulatory: 'none',
    impactValidation: 'none',
    impactData: 'none',
    impactTraining: 'Physicians and pharmacists read version 5.',
    impactPatients: 'Steps that are open go on by version 4.',
  })),
  decides('Approve the change', 'approved', 'PT30M', () => ({})),
  decides('Confirm the approval', 'approved', 'PT30M', () => ({})),
  decides('Implement the change', 'implemented', '+1d 12:00', ({ date }) => ({ implementedOn: date(0) })),
  decides('Check that the change works', 'effective', '+30d 10:00', () => ({
    changeEffectiveness: 'Audit 4 of ten orders.',
  })),
  decides('Close the change', 'closed', 'PT2H', () => because),
];

export const changeControl: Scenario = {
  name: 'change-control',
  title:
    'While a therapy is ordered, people sign a change of its procedure, which names the journey in flight: approved by two, it lets the next version become effective; the open step keeps its version, the next one shows the new. Its effect is checked and the change closed later.',
  protocol: 'kymriah',
  registers: [
    agreement('2027-06-08'),
    riskAssessment,
    orderProcedure('4', 'effective', '2026-02-02'),
    proposed('2027-03-01'),
    nextVersion('training', '2027-03-01'),
    readiness,
  ],
  play: () => ({
    scripts: [{ step: 'Check the order', answers: [] }, ...signed],
    keepings: [
      {
        whenAsked: { step: 'Place the order', round: 1 },
        after: 'PT2H',
        entries: ({ date }) => [proposed(date(1))],
        concerned: [{ what: 'document', id: 'SOP-ATMP-003', step: 'Place the order', shown: '4', changedTo: '5' }],
      },
      {
        whenAsked: { step: 'Place the order', round: 1 },
        after: 'PT6H',
        entries: ({ date }) => [nextVersion('effective', date(1))],
        concerned: [],
      },
    ],
    cases: [{ whenAsked: { step: 'Place the order', round: 1 }, after: 'PT2H', change: CHANGE, by: 'qa' }],
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
      change: {
        log: {
          journey: ['opened', 'closed: completed'],
          'ChangeControl 1': ['entered', 'ended: settled'],
          'Assess the change 1': ['assessed'],
          'Approve the change 1': ['approved'],
          'Confirm the approval 1': ['approved'],
          'Implement the change 1': ['implemented'],
          'Check that the change works 1': ['effective'],
          'Close the change 1': ['closed'],
        },
        // As proposed, with its day, and as handed over to the case.
        versions: ['proposed', 'proposed', 'proposed', 'assessed', 'approved', 'implemented', 'checked', 'closed'],
      },
      procedures: {
        'Place the order 1': 'SOP-ATMP-003 version 4',
        'Check the order 1': 'SOP-ATMP-003 version 5',
      },
    },
  }),
};
