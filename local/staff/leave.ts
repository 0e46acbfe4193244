import type { PasskeyRegister } from '../../lambdas/adapters/dynamo-passkeys.ts';
import type { WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { type Outcome, refuse } from '../../lambdas/domain/outcome.ts';
import type { StaffChange, Stated } from '../../lambdas/domain/staff/staff-change.ts';
import type { KeptRegister, Wanted } from './keep-register.ts';

/** What it takes that somebody leaves for good. */
export async function leaving(
  register: Pick<WritableStaffRegister, 'find'>,
  id: string,
  stated: Stated,
): Promise<Outcome<Wanted>> {
  const member = await register.find(id);
  if (member === undefined) return refuse('not-found', `Staff: ${id} is not in the register.`);
  return { ok: true, value: { member: { ...member, active: false }, stated: { ...stated, leaves: true } } };
}

/** From the entry on nobody signs or signs in as who left; that their keys are revoked as well, the record of each key says. */
export async function leave(
  kept: KeptRegister,
  passkeys: Pick<PasskeyRegister, 'of' | 'revoke'>,
  wanted: Wanted,
): Promise<Outcome<StaffChange | undefined>> {
  const left = await kept.change(wanted);
  if (!left.ok) return left;
  const { by, at } = wanted.stated;
  for (const { credentialId, revoked } of await passkeys.of(wanted.member.id)) {
    if (revoked === undefined) await passkeys.revoke(wanted.member.id, credentialId, { at, by, why: 'the owner left' });
  }
  return left;
}
