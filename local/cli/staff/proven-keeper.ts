import type { StaffMember } from '../../../lambdas/domain/ports.ts';
import { userId } from '../../../lambdas/domain/sign-off/user-id.ts';
import { keepersAt } from '../../../lambdas/domain/staff/keepers-at.ts';
import { mayNotChange } from '../../../lambdas/domain/staff/who-may-change.ts';
import { Trouble } from '../trouble.ts';
import type { Register } from './register.ts';

/**
 * Who acts where it takes two: a keeper of the site, by user id and PIN. Both use the same credentials of AWS often enough, so
 * these do not tell one from the other.
 */
export async function provenKeeper(register: Register, id: string, by: string): Promise<string> {
  const { staff } = register;
  const member = await proven(register, by);
  const owner = await staff.find(id);
  if (owner === undefined) throw new Trouble(`Staff: ${id} is not in the register.`);
  const keepers = await keepersAt(staff, owner.site);
  // A site without keepers has nobody who could act for it.
  const refusal = mayNotChange({ id: owner.id, by: member.id, site: owner.site }, keepers);
  if (refusal !== null) throw new Trouble(refusal.message);
  if (keepers.length === 0)
    throw new Trouble(`Site ${owner.site}: nobody holds qa or programme-lead. Import them first.`);
  return member.id;
}

/** Who acts in what is the affair of some, by user id and PIN: one of these, or a keeper of the site. */
export const provenFor = async (
  register: Register,
  { id, concerned }: { readonly id: string; readonly concerned: readonly string[] },
  by: string,
): Promise<string> =>
  concerned.includes(userId(by)) ? (await proven(register, by)).id : provenKeeper(register, id, by);

async function proven({ staff, now }: Register, by: string): Promise<StaffMember> {
  const pin = process.env.ATMP_PIN;
  if (pin === undefined) throw new Trouble(`ATMP_PIN: got none, expected the PIN of ${by}`);
  const proof = await staff.authenticate(by, pin, now());
  if (!proof.ok) throw new Trouble(proof.refusal.message);
  const lost = await proof.value.lost();
  if (lost !== null) throw new Trouble(lost.message);
  return proof.value.member;
}
