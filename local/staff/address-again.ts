import type { StaffEntry, WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { addressedAgain, type OpenLine } from '../../lambdas/domain/staff/addressed-again.ts';

/** An open journey, as far as the list of operations tells it. */
export interface OpenJourney {
  readonly journeyId: string;
  readonly site: string;
  readonly open?: readonly (OpenLine & { readonly phase: string; readonly round: number })[] | undefined;
}

/** Operations of the stack whose register it is. */
export interface Operations {
  openJourneys(): Promise<readonly OpenJourney[]>;
  /** Gives a command; one that comes too late, because the step was decided meanwhile, changes nothing. */
  command(journeyId: string, command: 'reassign' | 'reissue', reason: string, args: object): Promise<void>;
}

/**
 * Addresses again the open steps of who lost roles, and gives how many. What is to be done stands in the entry until it was done,
 * so that the next run goes on where one was interrupted; a step may then be sent twice, and none is forgotten.
 */
export async function addressAgain(
  register: Pick<WritableStaffRegister, 'entry' | 'readdressed'>,
  operations: Operations,
  id: string,
  why: string,
): Promise<number> {
  const entry = await register.entry(id);
  if (entry === undefined || entry.readdress.length === 0) return 0;
  const again = (await operations.openJourneys()).flatMap((journey) => stepsOf(entry, journey));
  for (const { journeyId, command, ref } of again) {
    await operations.command(journeyId, command, `${id} no longer signs this: ${why}`, ref);
  }
  await register.readdressed(entry);
  return again.length;
}

const stepsOf = ({ member, readdress }: StaffEntry, { journeyId, site, open = [] }: OpenJourney) =>
  open.flatMap((line) => {
    const lost = readdress.filter((one) => one.site === site);
    const command = lost.map((one) => addressedAgain(member.id, one, line)).find((one) => one !== undefined);
    const { phase, round, step } = line;
    return command === undefined ? [] : [{ journeyId, command, ref: { phase, round, step } }];
  });
