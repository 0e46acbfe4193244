import * as z from 'zod';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { StaffMember } from '../domain/ports.ts';
import { notTwo } from '../domain/staff/change-entry.ts';
import type { StaffChange } from '../domain/staff/staff-change.ts';
import type { Instant } from '../domain/time.ts';
import { keptStaff } from './dynamo-staff-directory.ts';
import type { TableAccess } from './items.ts';
import { identityCheck, type Ticket } from './passkey-items.ts';
import { FAILURES, type PinMaking, putStaff } from './put-staff.ts';
import { type KeptStaff, staffMemberShape } from './staff-items.ts';
import { approval, openRequest, putRequest, type RequestKind, type StaffRequest } from './staff-requests.ts';
import { giveTicket } from './ticket-items.ts';
import { jitterFrom, transact } from './transact.ts';

/** Who asks or approves, at what time; they have proved who they are. */
export interface Acting {
  readonly by: string;
  readonly at: Instant;
}

type Access = TableAccess & PinMaking;

const missing = (id: string): ReturnType<typeof refuse> =>
  refuse('not-found', `Staff ${id}: expected somebody in the register who has not left.`);

async function standing(access: Access, id: string): Promise<KeptStaff | undefined> {
  const kept = await keptStaff(access, id);
  return kept?.leftAt === undefined ? kept : undefined;
}

/** Changes of an entry that take two people, neither of them the one it is of. */
export interface TwoPersonChanges {
  /** Asks for what another person has to approve. */
  askFor(
    id: string,
    kind: RequestKind,
    asking: Acting & { readonly why: string; readonly name?: string | undefined },
  ): Promise<Outcome<StaffRequest>>;
  /** The same person under another name: who approves gives it once more, from the document, and must give the same. */
  approveRename(id: string, approving: Acting & { readonly name: string }): Promise<Outcome<StaffChange | undefined>>;
  /** The PIN counts no more from now on, nor do sessions; a ticket lets its owner set another. */
  approvePinReset(id: string, approving: Reset): Promise<Outcome<undefined>>;
}

interface Reset extends Acting {
  /** How who approves made sure that it is the owner who asked. */
  readonly how: string;
  /** Of the ticket that the owner is given. */
  readonly ticketHash: string;
  readonly expiresAt: Instant;
}

export const twoPersonChanges = (access: Access): TwoPersonChanges => ({
  async askFor(id, kind, { by, at, why, name }) {
    const kept = await standing(access, id);
    if (kept === undefined) return missing(id);
    if (kept.member.id === by)
      return refuse('forbidden', `Staff ${id}: nobody acts on their own entry; expected two others.`);
    const wanted = staffMemberShape().safeParse({ ...kept.member, ...(name === undefined ? {} : { name }) });
    if (!wanted.success) return refuse('invalid', `Staff ${id}: ${z.prettifyError(wanted.error)}`);
    const asked = { by, at, why, ...(name === undefined ? {} : { name }) };
    return putRequest(access, kept.member.id, kind, asked, jitterFrom(access.randomBytes));
  },

  async approveRename(id, { by, at, name }) {
    const found = await approvable(access, id, 'rename', { by, at });
    if (!found.ok) return found;
    const { member, request } = found.value;
    if (request.name !== name) {
      return refuse(
        'conflict',
        `Staff ${id}: the name differs from the one ${request.by} asked for. Compare both with the document.`,
      );
    }
    const stated = { by: request.by, approvedBy: by, why: request.why, at };
    return putStaff(access, { ...member, name }, stated, undefined, [
      approval(access.table, member.id, 'rename', request, at),
    ]);
  },

  async approvePinReset(id, { by, at, how, ticketHash, expiresAt }) {
    const checked = identityCheck().safeParse({ by, how, at });
    if (!checked.success) return refuse('invalid', `How: ${z.prettifyError(checked.error)}`);
    const found = await approvable(access, id, 'pin-reset', { by, at });
    if (!found.ok) return found;
    const { member, request } = found.value;
    const ticket: Ticket = { staff: member.id, gives: 'pin', checked: checked.data, expiresAt };
    const change = { what: 'pin-reset-approved', by: request.by, approvedBy: by, why: request.why } as const;
    const items = [
      approval(access.table, member.id, 'pin-reset', request, at),
      ...giveTicket(access.table, ticketHash, ticket, change, {
        set: { pinSetAt: { S: at } },
        remove: ['pin', ...FAILURES],
      }),
    ];
    const written = await transact(access.client, 'Reset PIN', items, jitterFrom(access.randomBytes));
    return written === 'done' ? ok(undefined) : refuse('conflict', `Staff ${id}: changed meanwhile. Try again.`);
  },
});

interface Approvable {
  readonly member: StaffMember;
  readonly request: StaffRequest;
}

/** What was asked for, if this person may approve it. */
async function approvable(
  access: Access,
  id: string,
  kind: RequestKind,
  { by, at }: Acting,
): Promise<Outcome<Approvable>> {
  const [kept, request] = await Promise.all([standing(access, id), openRequest(access, id, kind, at)]);
  if (kept === undefined) return missing(id);
  if (request === undefined) {
    return refuse('not-found', `Staff ${id}: nobody asked for this within the last 24 hours, or it was approved.`);
  }
  const wrong = notTwo(kept.member.id, request.by, by);
  return wrong === null ? ok({ member: kept.member, request }) : { ok: false, refusal: wrong };
}
