import type { Login } from '../adapters/id-token.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { StaffMember } from '../domain/ports.ts';
import type { OpenIdDeps } from './openid-deps.ts';

/** One sentence for every reason, so that nobody learns which ids exist or whose log-in is whose. */
const WRONG = refuse(
  'unauthenticated',
  'The hospital sign-in did not confirm who signs. Open the step again and sign in anew.',
);

/**
 * The member of staff whose log-in it is, by what the register knows of them and never by an address: active, of checked identity,
 * and the one they said they are.
 */
export async function whoLoggedIn(
  { staff }: Pick<OpenIdDeps, 'staff'>,
  signer: string,
  { subject }: Login,
): Promise<Outcome<StaffMember>> {
  const member = await staff.find(signer);
  const isTheirs =
    member?.active === true &&
    member.identity !== undefined &&
    member.oidcSubject !== undefined &&
    member.oidcSubject === subject;
  return isTheirs ? ok(member) : WRONG;
}
