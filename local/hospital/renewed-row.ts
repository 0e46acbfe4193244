import { daysLater } from '../../lambdas/domain/calendar/local-time.ts';
import type { LapsingEntry } from '../../lambdas/domain/registers/lapsing.ts';
import type { RegisterName } from '../../lambdas/domain/registers/names.ts';
import { plus, startOfPrintedDay } from '../../lambdas/domain/time.ts';

type Row = Readonly<Record<string, string>>;

/** Columns that a renewal writes: the day on which it was done, its paper, and the last day from then on, so much later (ISO 8601). */
interface Renewal {
  readonly on?: string;
  readonly paper?: string;
  readonly until: string;
  readonly counts: string;
}

const calibration: Renewal = {
  on: 'calibrated_on',
  paper: 'calibration_certificate',
  until: 'calibration_due',
  counts: 'P1Y',
};
const review = (counts: string): Renewal => ({ on: 'reviewed_on', until: 'review_due', counts });

/** By register and by what of an entry counts until a day; periods as in clinical-pathway 3.3 to 3.7. */
const RENEWALS: Readonly<Partial<Record<RegisterName, Readonly<Record<string, Renewal>>>>> = {
  equipment: {
    mapping: { on: 'mapped_on', paper: 'mapping_report', until: 'mapping_next', counts: 'P2Y' },
    calibration,
    'alarm test': { on: 'alarm_tested_on', until: 'alarm_test_due', counts: 'P1Y' },
    maintenance: { on: 'maintained_on', until: 'maintenance_due', counts: 'P1Y' },
  },
  shippers: {
    qualification: { on: 'qualified_on', paper: 'qualification_report', until: 'qualified_until', counts: 'P2Y' },
    'static-hold test': { on: 'hold_tested_on', until: 'hold_test_due', counts: 'P1Y' },
    calibration,
  },
  agreements: { review: review('P2Y') },
  documents: {
    review: review('P2Y'),
    // ADR 0075; nobody finds a newer one.
    'label check': { on: 'label_checked_on', until: 'next_label_check', counts: 'P3M' },
  },
  'risk-assessments': { review: review('P1Y') },
  'product-readiness': {
    'qualification by the maker': { until: 'qualified_until', counts: 'P3Y' },
    'approval for genetically modified products': { until: 'gmo_approved_until', counts: 'P5Y' },
  },
};

/** Licences and accreditations stand as lines of a table. */
const TABLES = ['accreditations', 'licences'] as const;

/** What of a change is due is done once, by those who sign it. */
export const isRenewable = ({ what }: LapsingEntry): boolean => what !== 'change-controls';

/** The row of an entry with one part of it renewed on a day: done then, on a new paper, and in date for its period. */
export function renewedRow(row: Row, { what, entry, lastDay }: LapsingEntry, today: string): Row {
  const renewal = RENEWALS[what]?.[entry.part];
  if (renewal === undefined) {
    const until = lastDayOf(today, 'P3Y');
    return {
      ...row,
      ...Object.fromEntries(TABLES.map((column) => [column, (row[column] ?? '').replaceAll(lastDay, until)])),
    };
  }
  const { on, paper, until, counts } = renewal;
  return {
    ...row,
    ...(on === undefined ? {} : { [on]: today }),
    ...(paper === undefined ? {} : { [paper]: `${(row[paper] ?? '').replace(/ of \S+$/, '')} of ${today}` }),
    [until]: lastDayOf(today, counts),
  };
}

/** The last day of a period that begins on a day. */
export const lastDayOf = (from: string, period: string): string =>
  daysLater(plus(startOfPrintedDay(from, 'UTC'), period, 'UTC').slice(0, 'yyyy-mm-dd'.length), -1);
