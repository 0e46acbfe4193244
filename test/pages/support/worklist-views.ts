import { STEPS } from '../../../lambdas/domain/vocabulary.ts';
import type {
  AwayView,
  BoardView,
  JourneyView,
  OwnPage,
  PatientView,
  StepReader,
  WorklistView,
} from '../../../lambdas/pages/worklist-views.ts';
import { ZONE } from './views.ts';

export const PATIENT: PatientView = {
  name: 'Erin Example',
  birthDate: '1961-04-05',
  identifiers: ['4711'],
  similarTo: ['28T5CY4T5'],
};

/** Who reads the page of a step of that patient. */
export const OWN: StepReader = { name: 'Dr One', patient: PATIENT };

export const own: OwnPage = {
  reader: 'Dr One',
  formToken: 'f'.repeat(43),
  zone: ZONE,
  now: '2026-12-01T07:10:00.000Z',
};
const overdue = { kind: 'overdue', at: '2026-11-30T07:10:00.000Z' } as const;
const due = { kind: 'due', at: '2026-12-04T07:10:00.000Z' } as const;

/** The first is past its time and given to a person. */
export const worklistOf = (count: number, patient = PATIENT): WorklistView => ({
  ...own,
  lines: Array.from({ length: count }, (_, place) => ({
    journeyId: '7K2MPX4QN',
    patient: place === 0 ? patient : { ...patient, similarTo: [] },
    protocol: 'kymriah',
    step: 'Accept receipt',
    phase: 'Receipt',
    round: 1,
    role: 'pharmacist',
    held: place === 1,
    clock: place === 0 ? overdue : due,
    ...(place === 0 ? { assignedTo: 'dr.one' } : {}),
  })),
  all: count,
  filter: { overdue: false },
  roles: ['pharmacist', 'physician'],
  protocols: ['kymriah', 'yescarta'],
});

export const boardOf = (count: number): BoardView => ({
  ...own,
  site: 'University hospital',
  doubtful: [],
  rows: Array.from({ length: count }, (_, place) => ({
    journeyId: '7K2MPX4QN',
    protocol: 'kymriah',
    patient: { ...PATIENT, similarTo: place === 0 ? PATIENT.similarTo : [] },
    held: place === 1,
    phase: place % 5 === 4 ? 'FollowUp' : 'Receipt',
    steps: [
      { step: 'Inspect the delivery', role: 'cell-lab', clock: place === 0 ? overdue : due },
      { step: 'Accept receipt', role: 'pharmacist', clock: due },
    ],
    next: { item: 'conditioning', number: 1, from: '2026-12-09T07:00:00.000Z' },
  })),
});

export const journeyView: JourneyView = {
  ...own,
  journeyId: '7K2MPX4QN',
  protocol: 'kymriah',
  patient: PATIENT,
  takesOver: true,
  files: [],
  correctable: STEPS.slice(0, 20).map((step) => ({ key: `Order.1.${step}`, step, round: 2 })),
  timeline: {
    happened: [
      { at: '2026-12-01T07:00:00.000Z', what: 'resumed' },
      { at: '2026-11-30T07:00:00.000Z', what: 'held' },
      { at: '2026-11-29T07:00:00.000Z', what: 'deviation', kind: 'in-use-exceeded' },
      { at: '2026-11-28T07:00:00.000Z', what: 'reported', report: 'excursion', by: 'lab.two' },
      { at: '2026-11-27T07:00:00.000Z', what: 'decided', step: 'Check certificate', decision: 'certified', by: 'ph.c' },
      { at: '2026-11-26T07:00:00.000Z', what: 'phase', phase: 'Receipt', round: 2 },
    ],
    waiting: [{ key: 'Receipt.1.Accept receipt', step: 'Accept receipt', role: 'pharmacist', dueAt: overdue.at }],
    coming: [
      { item: 'conditioning', number: 1, from: '2026-12-09T07:00:00.000Z', basis: 'booked', roles: ['physician'] },
    ],
  },
};

const period = { from: '2026-12-01T07:00:00.000Z', until: '2026-12-15T07:00:00.000Z', madeBy: 'dr.one' };
const record = { ...period, madeAt: period.from };

/** Of each kind of delegation one, and one absence. */
export const awayView: AwayView = {
  ...own,
  id: 'dr.one',
  roles: ['physician'],
  colleagues: [{ id: 'dr.two', name: 'Dr Two' }],
  delegations: [
    { by: 'dr.one', to: 'dr.two', scope: { kind: 'all' } },
    { by: 'dr.two', to: 'dr.one', scope: { kind: 'journey', journeyId: '7K2MPX4QN' } },
    { by: 'dr.one', to: 'dr.two', scope: { kind: 'steps', steps: ['Confirm eligibility'] } },
  ].map((one, place) => ({
    ...record,
    id: `d${place}`,
    role: 'physician',
    as: 'physician',
    site: 'hospital',
    reason: 'on holiday',
    ...(one as Pick<AwayView['delegations'][number], 'by' | 'to' | 'scope'>),
  })),
  absences: [{ ...record, id: 'a1', who: 'dr.one' }],
  problem: 'not-a-time',
  typed: { until: ['soon'] },
};
