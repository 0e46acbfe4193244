import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { printedDate } from '../time.ts';
import type { Columns } from './columns.ts';
import { asNumber } from './csv.ts';
import type { Renewable, Renewal } from './definition.ts';
import { type EntryStanding, line } from './standing.ts';

/** Whether a thing may be used (clinical-pathway 3.4). `LIMITED` is use for something else than the path of a patient. */
const STATUSES = ['IN_USE', 'LIMITED', 'QUARANTINED', 'RETIRED'] as const;

/** What every thing has that is used, whatever it is. */
export const thing = lazily(() => ({
  name: line,
  owner: line,
  status: z.enum(STATUSES),
  /** Why it is not in use. */
  because: line.optional(),
  location: line.optional(),
  serial: line.optional(),
}));

export const degrees = z.number().min(-273.15).max(100);

/** Degrees Celsius. */
export const range = z.strictObject({ min: degrees, max: degrees });

export const calibration = z.strictObject({
  certificate: line,
  traceableTo: line.optional(),
  on: printedDate,
  due: printedDate,
});

export const THING_COLUMNS: Columns = {
  name: 'name',
  kind: 'kind',
  owner: 'owner',
  status: 'status',
  because: 'because',
  location: 'location',
  serial: 'serial',
};
export const RANGE_COLUMNS: Columns = { range_min_c: ['range.min', asNumber], range_max_c: ['range.max', asNumber] };
export const CALIBRATION_COLUMNS: Columns = {
  calibration_certificate: 'calibration.certificate',
  calibration_traceable_to: 'calibration.traceableTo',
  calibrated_on: 'calibration.on',
  calibration_due: 'calibration.due',
};

interface Thing {
  readonly name: string;
  readonly owner: string;
  readonly status: (typeof STATUSES)[number];
  readonly because?: string | undefined;
  readonly range?: z.infer<typeof range> | undefined;
  readonly calibration?: z.infer<typeof calibration> | undefined;
}

/** Why a thing cannot follow the one before; null when it can. */
export function thingMisfit(thing: Thing, before: Thing | undefined): string | null {
  const { status, because, range: within, calibration: calibrated } = thing;
  if (within !== undefined && within.min >= within.max) {
    return `range: got ${within.min} to ${within.max} °C, expected the lower one first`;
  }
  if (before?.status === 'RETIRED' && status !== 'RETIRED') {
    return `status: got ${status} of what was RETIRED, expected a new id for what comes into use again`;
  }
  return status !== 'IN_USE' && because === undefined
    ? `because: got none, expected why it is ${status}`
    : outOfOrder({ 'calibration.on': calibrated?.on, 'calibration.due': calibrated?.due });
}

/** What was in quarantine comes back by two people. */
export const leavesQuarantine = ({ status }: Thing, before: Thing | undefined): boolean =>
  before?.status === 'QUARANTINED' && (status === 'IN_USE' || status === 'LIMITED');

/** The same in quarantine; null for what is there, or is used no more. */
export const quarantinedThing = <T extends Thing>(entry: T, because: string): T | null =>
  entry.status === 'IN_USE' || entry.status === 'LIMITED' ? { ...entry, status: 'QUARANTINED', because } : null;

/** The same with the use that it had before quarantine: what was limited then is limited again. */
export function releasedThing<T extends Thing>(entry: T, earlier: Iterable<T>): T | null {
  if (entry.status !== 'QUARANTINED') return null;
  const { because: _, ...rest } = entry;
  for (const { status, because } of earlier) {
    if (status === 'LIMITED') return { ...entry, status, because };
    if (status !== 'QUARANTINED') break;
  }
  return { ...rest, status: 'IN_USE' } as T;
}

/** What of a thing is calibrated, renewed by its next certificate. */
export const calibrationOf = <T extends Thing>(entry: T): readonly Renewable<T>[] => {
  const { calibration: calibrated } = entry;
  if (calibrated === undefined) return [];
  const renewed = ({ on, next, reference }: Renewal): T => ({
    ...entry,
    calibration: { ...calibrated, certificate: reference, on, due: next },
  });
  return [{ part: 'calibration', last: calibrated.on, reach: { due: calibrated.due, atMost: 'P2Y' }, renewed }];
};

const WORDS = { LIMITED: 'limited', QUARANTINED: 'in quarantine', RETIRED: 'retired' } as const;

/** Why it may not be used, whatever its days say; `missing` names what it would need and has not. */
export function closedThing({ status, because = '' }: Thing, missing: readonly string[]): string | undefined {
  if (status !== 'IN_USE') return `${WORDS[status]}: ${because}`.slice(0, 200);
  return missing.length === 0 ? undefined : `no ${missing.join(', ')} is recorded`;
}

/** Whether an entry stands as a thing in quarantine does. */
export const isInQuarantine = ({ closedBecause = '' }: Pick<EntryStanding, 'closedBecause'>): boolean =>
  closedBecause.startsWith(`${WORDS.QUARANTINED}: `);

/** Days in the order in which they have to be; null when they are. A day that is not given is in no order. */
export function outOfOrder(days: Readonly<Record<string, string | undefined>>): string | null {
  const given = Object.entries(days).flatMap(([name, day]) => (day === undefined ? [] : [{ name, day }]));
  for (const [place, { name, day }] of given.entries()) {
    const before = given[place - 1];
    if (before !== undefined && day < before.day) {
      return `${name}: got ${day}, expected not before ${before.name} (${before.day})`;
    }
  }
  return null;
}
