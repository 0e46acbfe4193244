import type { PasskeyRegister } from '../../lambdas/adapters/dynamo-passkeys.ts';
import { newLinkToken, tokenHash } from '../../lambdas/adapters/link-token.ts';
import { type Outcome, ok, refuse } from '../../lambdas/domain/outcome.ts';
import type { StaffRegister } from '../../lambdas/domain/ports.ts';
import { type Instant, plusMilliseconds } from '../../lambdas/domain/time.ts';

const VALID_MS = 24 * 3_600_000;

export interface TicketDeps {
  readonly staff: Pick<StaffRegister, 'find'>;
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
}

/**
 * Lets one person add one passkey, after somebody else checked who they are. The ticket is given to that person and kept
 * only as its hash.
 */
export async function issueTicket(
  deps: TicketDeps,
  { staff, checkedBy, how }: Asked,
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
  const ticket = newLinkToken(deps.randomBytes);
  const at = deps.now();
  const expiresAt = plusMilliseconds(at, VALID_MS);
  const checked = { by: checker.id, how: how.trim(), at };
  await deps.passkeys.putTicket(tokenHash(ticket), { staff: member.id, checked, expiresAt });
  return ok({ ticket, expiresAt });
}
