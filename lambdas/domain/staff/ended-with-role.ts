import type { StaffMember } from '../ports.ts';
import type { Instant } from '../time.ts';
import type { StaffCalendar } from './calendar.ts';
import type { Delegation } from './delegation.ts';
import { endDelegation } from './make-delegation.ts';

/** What was handed over by or to somebody and ends now, because they left, or lost the site or the role that it rests on. */
export const endedWithRole = (
  after: StaffMember,
  { delegations }: StaffCalendar,
  { at, by }: { readonly at: Instant; readonly by: string },
): readonly Delegation[] =>
  delegations.flatMap((one) => {
    if (restsOn(after, one)) return [];
    const ended = endDelegation(one, { by, now: at, isRegistrar: true });
    return ended.ok ? [ended.value] : [];
  });

const restsOn = ({ id, active, site, roles }: StaffMember, one: Delegation): boolean =>
  active && site === one.site && roles.includes(one.by === id ? one.role : one.as);
