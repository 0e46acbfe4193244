import type { JourneyOutcome, PhaseName, Role } from '../../../domain/vocabulary.ts';
import { orderMatch } from './order-match.ts';

const phases: Record<PhaseName, string> = {
  Order: 'Order',
  Collection: 'Collection',
  Manufacturing: 'Manufacturing',
  Receipt: 'Receipt',
  Treatment: 'Treatment',
  FollowUpVisit: 'Follow-up visit',
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
  'programme-lead': 'Programme lead',
  'on-call': 'On call',
};

const journeyOutcomes: Record<JourneyOutcome, string> = {
  completed: 'completed',
  rejected: 'not eligible, or no consent',
  stopped: 'treatment stopped',
  cancelled: 'cancelled',
  died: 'patient died',
  'lost-to-follow-up': 'lost to follow-up',
};

export const words = {
  product: 'ATMP Journey',
  languageName: 'English',
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
