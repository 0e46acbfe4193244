import type { StaffMember } from '../ports.ts';
import { type DutyRota, type DutyShift, shiftsAt } from '../staff/duty-rota.ts';
import type { Instant } from '../time.ts';

/** What of a member of staff says which place they may fill, and when. */
export type PersonOnDuty = Pick<StaffMember, 'id' | 'roles' | 'site' | 'active' | 'competence' | 'calendar'>;

/** Who is on site at the times that are asked about. */
export interface OnDuty {
  /** Missing where the site has written none. */
  readonly rota?: { readonly lead: string; readonly shifts: readonly DutyShift[] };
  /** Everybody of these shifts who is in the register of staff. */
  readonly people: readonly PersonOnDuty[];
}

/** Of a rota what is asked: the shifts at these times. */
export function dutyAt(
  { lead, shifts }: Pick<DutyRota, 'lead' | 'shifts'>,
  times: readonly Instant[],
): NonNullable<OnDuty['rota']> {
  const asked = new Set(times.flatMap((at) => shiftsAt({ shifts }, at)));
  return { lead, shifts: shifts.filter((shift) => asked.has(shift)) };
}
