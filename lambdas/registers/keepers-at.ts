import type { StaffDirectory, StaffMember } from '../domain/ports.ts';
import { KEEPERS } from '../domain/staff/who-may-change.ts';

/** Who keeps the register of a site now. */
export const keepersAt = async (
  register: Pick<StaffDirectory, 'holding'>,
  site: string,
): Promise<readonly StaffMember[]> => (await Promise.all(KEEPERS.map((role) => register.holding(site, role)))).flat();
