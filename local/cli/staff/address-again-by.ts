import type { WritableStaffRegister } from '../../../lambdas/adapters/dynamo-staff-register.ts';
import { addressAgain } from '../../staff/address-again.ts';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';
import { operationsAt } from './operations.ts';

interface Asked {
  readonly by: string;
  readonly why: string;
  readonly table?: string | undefined;
  readonly url: string;
  readonly ops?: string | undefined;
}

/** Addresses again the open steps of those who lost roles, and says how many. */
export async function addressAgainBy(
  register: WritableStaffRegister,
  { by, why, table, url, ops }: Asked,
  ids: readonly string[],
): Promise<void> {
  // The register of one stack and the journeys of another would send the steps of strangers again.
  const where = ops ?? (table === undefined ? url : process.env.ATMP_URL);
  for (const id of ids) {
    if (((await register.entry(id))?.readdress.length ?? 0) === 0) continue;
    if (where === undefined || where === '') {
      throw new Trouble(
        `--ops: got none, expected the integration API: open steps of ${id} are to be sent to others. Run it again with --ops.`,
      );
    }
    const steps = await addressAgain(register, operationsAt(where, by), id, why);
    print(`${id}: ${steps} open ${steps === 1 ? 'step' : 'steps'} sent to the others of the role`);
  }
}
