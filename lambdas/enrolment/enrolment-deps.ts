import { createHash } from 'node:crypto';
import type { PasskeyRegister } from '../adapters/dynamo-passkeys.ts';
import { isLinkToken, tokenHash } from '../adapters/link-token.ts';
import type { Ticket } from '../adapters/passkey-items.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { StaffRegister } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import type { Sites } from '../middleware/environment.ts';

export interface EnrolmentDeps {
  readonly staff: Pick<StaffRegister, 'find'>;
  readonly passkeys: Pick<PasskeyRegister, 'of' | 'ticket' | 'enrol'>;
  /** Sets the PIN of the owner of a ticket, and uses the ticket up. */
  setPin(ticket: OpenTicket, pin: string): Promise<'done' | 'conflict'>;
  readonly sites: Sites;
  readonly publicUrl: string;
  now(): Instant;
}

/** A ticket that was not used and is in time. */
export interface OpenTicket extends Ticket {
  readonly hash: string;
  /** Of this ticket alone: random as the ticket is, and known only to who holds it. */
  readonly challenge: Uint8Array<ArrayBuffer>;
}

/** One answer for every reason, so that nobody learns which tickets were given. */
const OVER = refuse('expired', 'This link sets nothing: it was used, has expired, or was never given out.');

/** Looks a ticket up. Reading only: a mail scanner that follows the link uses nothing up. */
export async function openTicket(deps: EnrolmentDeps, ticket: string | undefined): Promise<Outcome<OpenTicket>> {
  if (ticket === undefined || !isLinkToken(ticket)) return OVER;
  const hash = tokenHash(ticket);
  const found = await deps.passkeys.ticket(hash);
  if (found === undefined || found.usedAt !== undefined || deps.now() >= found.expiresAt) return OVER;
  const member = await deps.staff.find(found.staff);
  if (member?.active !== true) return OVER;
  const challenge = new Uint8Array(createHash('sha256').update(`atmp-enrol/v1\n${ticket}`).digest());
  return ok({ ...found, hash, challenge });
}

/** A ticket for a passkey; one for a PIN adds none. */
export async function openKeyTicket(deps: EnrolmentDeps, ticket: string | undefined): Promise<Outcome<OpenTicket>> {
  const found = await openTicket(deps, ticket);
  return found.ok && found.value.gives === 'pin' ? OVER : found;
}
