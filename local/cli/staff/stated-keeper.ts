import type { StaffDirectory } from '../../../lambdas/domain/ports.ts';
import { userId } from '../../../lambdas/domain/sign-off/user-id.ts';
import { keepersAt } from '../../../lambdas/domain/staff/keepers-at.ts';
import { mayNotChange } from '../../../lambdas/domain/staff/who-may-change.ts';
import { Trouble } from '../trouble.ts';

/**
 * User id of who changes what a site keeps of its people beside what they sign by: a keeper of the register there, as stated.
 *
 * @param about the site, and whose entry it is where it is one person's
 */
export async function statedKeeper(
  staff: Pick<StaffDirectory, 'find' | 'holding'>,
  about: { readonly id?: string | undefined; readonly site: string },
  stated: string,
): Promise<string> {
  const by = userId(stated);
  const member = await staff.find(by);
  if (member?.active !== true || member.site !== about.site) {
    throw new Trouble(`--by: got ${by}, expected active staff of ${about.site} who keep the register there`);
  }
  const refusal = mayNotChange({ ...about, by }, await keepersAt(staff, about.site));
  if (refusal !== null) throw new Trouble(refusal.message);
  return by;
}
