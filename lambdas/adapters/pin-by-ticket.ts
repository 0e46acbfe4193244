import type { Instant } from '../domain/time.ts';
import type { TableAccess } from './items.ts';
import type { Ticket } from './passkey-items.ts';
import { FAILURES, newPin, type PinMaking } from './put-staff.ts';
import { changeWrites } from './staff-changes.ts';
import { useTicket } from './ticket-items.ts';
import { jitterFrom, transact } from './transact.ts';

/** Sets the PIN of the owner of a ticket and uses the ticket up, or neither. Sessions of an earlier PIN are over. */
export async function setPinByTicket(
  access: TableAccess & PinMaking,
  { staff, checked, hash }: Ticket & { readonly hash: string },
  pin: string,
  at: Instant,
): Promise<'done' | 'conflict'> {
  const set = await newPin(access, { id: staff, pin }, at);
  const why = `identity checked by ${checked.by}: ${checked.how}`;
  const items = [
    ...changeWrites(access.table, staff, { what: 'pin-set', at, by: staff, why }, { set, remove: FAILURES }),
    useTicket(access.table, hash, at),
  ];
  return transact(access.client, 'Set PIN', items, jitterFrom(access.randomBytes));
}
