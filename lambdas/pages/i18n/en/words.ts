import type { JourneyOutcome, PhaseName, Role } from '../../../domain/vocabulary.ts';
import { orderMatch } from './order-match.ts';

const phases: Record<PhaseName, string> = {
  Order: 'Order',
  Collection: 'Collection',
  Manufacturing: 'Manufacturing',
  Receipt: 'Receipt',
  Treatment: 'Treatment',
  Reassessment: 'Reassessment',
  Conditioning: 'Conditioning',
  PendingTests: 'Pending tests',
  Excursion: 'Excursion',
  IdentityMismatch: 'Mismatch of identity',
  FlagReview: 'Review of flags',
  Withdrawal: 'Withdrawal of consent',
  Death: 'Death',
  FollowUpVisit: 'Follow-up visit',
  LifelongWatch: 'Lifelong watch',
  Transcription: 'Entry from paper',
  Correction: 'Correction',
  ContinuationReview: 'Review of an emergency continuation',
  Deviation: 'Deviation',
  Capa: 'CAPA',
  ChangeControl: 'Change control',
  Closure: 'Closure',
  ...orderMatch.phases,
};

const roles: Record<Role, string> = {
  coordinator: 'Coordinator',
  physician: 'Physician',
  pharmacist: 'Pharmacist',
  apheresis: 'Apheresis',
  'cell-lab': 'Cell laboratory',
  nurse: 'Nurse',
  qa: 'Quality assurance',
  registry: 'Registry office',
  'programme-lead': 'Programme lead',
  'on-call': 'On call',
};

const journeyOutcomes: Record<JourneyOutcome, string> = {
  completed: 'completed',
  rejected: 'not treated: not eligible, not funded, or no consent',
  stopped: 'treatment stopped',
  cancelled: 'cancelled',
  died: 'patient died',
  'lost-to-follow-up': 'lost to follow-up',
};

export const words = {
  product: 'ATMP Journey',
  phases,
  roles,
  journeyOutcomes,
  yes: 'Yes',
  no: 'No',
  calendar: {
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    date: (weekday: string, day: number, month: string, year: number, time: string): string =>
      `${weekday} ${day} ${month} ${year}, ${time}`,
    day: (day: number, month: string, year: number): string => `${day} ${month} ${year}`,
  },
};
