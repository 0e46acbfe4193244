import type { StaffMember } from '../domain/ports.ts';
import { type AskingDeps, askForProof } from '../enrolment/ask-for-proof.ts';
import type { Sites } from '../middleware/environment.ts';
import { emptyTally, guarded, type Tally } from './guarded.ts';

interface AddressDeps extends AskingDeps {
  /** Those whose addresses are proved by test mails. */
  readonly sites: Sites;
  staffOf(site: string): Promise<readonly StaffMember[]>;
}

/** Asks for what is to be proved; `done` counts those who are the last to be told and may not read it. */
export async function attendToAddresses(deps: AddressDeps): Promise<Tally> {
  const tally = emptyTally();
  for (const { id: site } of deps.sites) {
    let staff: readonly StaffMember[] = [];
    const read = await guarded('staff', site, async () => {
      staff = await deps.staffOf(site);
      return true;
    });
    if (read === 'failed') tally.failed += 1;
    for (const member of staff) tally[await guarded('address', member.id, () => askForProof(deps, member))] += 1;
  }
  return tally;
}
