import type { PasskeyRegister } from '../../lambdas/adapters/dynamo-passkeys.ts';
import type { WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { newLinkToken, tokenHash } from '../../lambdas/adapters/link-token.ts';
import { type Outcome, ok, refuse } from '../../lambdas/domain/outcome.ts';
import { type Instant, plusMilliseconds } from '../../lambdas/domain/time.ts';

const VALID_MS = 24 * 3_600_000;

/** Until when a ticket that is given now counts. */
export const ticketUntil = (at: Instant): Instant => plusMilliseconds(at, VALID_MS);

export interface TicketDeps {
  readonly staff: Pick<WritableStaffRegister, 'find' | 'entry'>;
  readonly passkeys: Pick<PasskeyRegister, 'putTicket'>;
  randomBytes(count: number): Uint8Array;
  now(): Instant;
}

interface Asked {
  readonly staff: string;
  /** User id of the colleague who checked that it is this person. */
  readonly checkedBy: string;
  /** By what, e.g. `passport, in person`. */
  readonly how: string;
  /** Lets them set their first PIN in place of adding a passkey. */
  readonly gives?: 'pin' | undefined;
}

/**
 * Lets one person add one passkey, or set the PIN they do not have yet, after somebody else checked who they are. The ticket is given to that person and kept
 * only as its hash.
 */
export async function issueTicket(
  deps: TicketDeps,
  { staff, checkedBy, how, gives }: Asked,
): Promise<Outcome<{ readonly ticket: string; readonly expiresAt: Instant }>> {
  const [member, checker] = await Promise.all([deps.staff.find(staff), deps.staff.find(checkedBy)]);
  if (member?.active !== true) return refuse('not-found', `Staff: ${staff} is not active staff. Import them first.`);
  if (checker?.active !== true) return refuse('not-found', `Checked by: ${checkedBy} is not active staff.`);
  if (checker.id === member.id) {
    return refuse('forbidden', `Checked by: got ${checkedBy} themselves, expected another member of staff.`);
  }
  if (how.trim() === '' || how.length > 200) {
    return refuse('invalid', `How: got ${how.trim().length} characters, expected 1 to 200, e.g. "passport, in person"`);
  }
  if (gives === 'pin') {
    const wrong = await getsNoPin(deps, member.id);
    if (wrong !== undefined) return wrong;
  }
  const ticket = newLinkToken(deps.randomBytes);
  const at = deps.now();
  const expiresAt = ticketUntil(at);
  const checked = { by: checker.id, how: how.trim(), at };
  await deps.passkeys.putTicket(tokenHash(ticket), {
    staff: member.id,
    checked,
    expiresAt,
    ...(gives === undefined ? {} : { gives }),
  });
  return ok({ ticket, expiresAt });
}

async function getsNoPin({ staff }: TicketDeps, id: string): Promise<ReturnType<typeof refuse> | undefined> {
  const entry = await staff.entry(id);
  if (entry?.hasPin === true) {
    return refuse('forbidden', `Staff ${id}: has a PIN. A new one takes two people: atmp staff reset-pin ${id}`);
  }
  if (entry?.member.identity !== undefined) return undefined;
  return refuse('forbidden', `Staff ${id}: the register does not say who checked their identity. Import it first.`);
}
