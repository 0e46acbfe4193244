import { type DutyRota, type DutyShift, dutyRota, MOST_DUTY_SHIFTS } from '../../lambdas/domain/staff/duty-rota.ts';
import { FROM_UNTIL, stretchIn, withoutRemark } from './written-shift.ts';

export type WrittenDutyRota = Pick<DutyRota, 'lead' | 'shifts'>;

type Read =
  | { readonly ok: true; readonly rota: WrittenDutyRota }
  | { readonly ok: false; readonly problems: readonly string[] };

const SHIFT = new RegExp(`^${FROM_UNTIL}\\s+([^:]+):\\s*(\\S.*)$`);
const LEAD = /^lead:\s*(\S+)$/;

/**
 * Reads who is on site as people write it: who leads the rota, below it a line for each shift with its beginning and end in local time of
 * the site, what it is called, and the user ids of its people. What follows a # is a remark. Every wrong line is named.
 *
 *     lead: nina
 *     2027-01-11 06:00  2027-01-11 14:30  early: nina noah liv hedda
 */
export function readDutyRotaFile(text: string, zone: string): Read {
  const problems: string[] = [];
  const shifts: DutyShift[] = [];
  let lead: string | undefined;
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const line = withoutRemark(written);
    if (line === '') continue;
    const led = LEAD.exec(line)?.[1];
    if (led !== undefined) {
      if (lead !== undefined) problems.push(`line ${index + 1}: got a second lead, expected one`);
      lead = led.toLowerCase();
      continue;
    }
    const shift = shiftIn(line, zone);
    if (typeof shift === 'string') problems.push(`line ${index + 1}: ${shift}`);
    else shifts.push(shift);
  }
  if (lead === undefined) problems.push('got no lead, expected a line such as lead: nina');
  if (shifts.length > MOST_DUTY_SHIFTS) {
    problems.push(`got ${shifts.length} shifts, expected at most ${MOST_DUTY_SHIFTS}`);
  }
  return lead === undefined || problems.length > 0
    ? { ok: false, problems }
    : { ok: true, rota: { lead, shifts: shifts.toSorted((one, other) => (one.from < other.from ? -1 : 1)) } };
}

/** A shift, or in words what is wrong with it. */
function shiftIn(line: string, zone: string): DutyShift | string {
  const [, begins, ends, name, people] = SHIFT.exec(line) ?? [];
  if (begins === undefined || ends === undefined || name === undefined || people === undefined) {
    return 'expected beginning, end, name and user ids, such as 2027-01-11 06:00  2027-01-11 14:30  early: nina noah';
  }
  const stretch = stretchIn(begins, ends, zone);
  if (typeof stretch === 'string') return stretch;
  const who = [...new Set(people.toLowerCase().split(/[\s,]+/))].filter((id) => id !== '');
  const shift = dutyRota().shape.shifts.element.safeParse({ name: name.trim(), ...stretch, who });
  return shift.success ? shift.data : 'expected a name of at most 40 characters and 1 to 40 user ids';
}
