import type { StaffDirectory, StaffMember } from '../ports.ts';
import { KEEPERS } from './who-may-change.ts';

/** Who keeps the registers of a site now. */
export const keepersAt = async (
  staff: Pick<StaffDirectory, 'holding'>,
  site: string,
): Promise<readonly StaffMember[]> => (await Promise.all(KEEPERS.map((role) => staff.holding(site, role)))).flat();
