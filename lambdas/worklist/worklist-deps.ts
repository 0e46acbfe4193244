import type { Addresses } from '../adapters/dynamo-addresses.ts';
import type { StaffCalendars } from '../adapters/dynamo-staff-calendar.ts';
import type { JourneyDeps } from '../domain/journey/change-journey.ts';
import type { LinkIndex, ReadRegisters, StaffMember, StaffRegister } from '../domain/ports.ts';
import type { Sites } from '../middleware/environment.ts';
import type { PatientDeps } from '../session/patients.ts';
import type { SessionDeps } from '../session/signed-in.ts';

/** Everything that the pages after sign-in need. */
export interface WorklistDeps extends JourneyDeps, SessionDeps, Pick<PatientDeps, 'patients'> {
  readonly store: JourneyDeps['store'];
  readonly staff: StaffRegister;
  readonly links: LinkIndex;
  readonly calendars: StaffCalendars;
  readonly registers: ReadRegisters;
  /** Active staff of a site. */
  staffOf(site: string): Promise<readonly StaffMember[]>;
  readonly sites: Sites;
  /** What is known of the addresses of staff, where they are proved. */
  readonly addresses: Pick<Addresses, 'of'> | undefined;
  /** Whether people can sign in by the hospital's sign-in here. */
  readonly offersOidc: boolean;
  readonly publicUrl: string;
  now(): string;
  randomBytes(count: number): Uint8Array;
}
