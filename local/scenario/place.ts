import { randomFillSync } from 'node:crypto';
import { dynamoRegisters } from '../../lambdas/adapters/dynamo-registers.ts';
import { dynamoRosters, type Rosters } from '../../lambdas/adapters/dynamo-rosters.ts';
import { dynamoStaffCalendar, type StaffCalendars } from '../../lambdas/adapters/dynamo-staff-calendar.ts';
import { dynamoStaffRegister, type WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { kmsPinKey } from '../../lambdas/adapters/pin-key.ts';
import type { Registers, StaffMember } from '../../lambdas/domain/ports.ts';
import type { EmbeddedStack } from '../stack.ts';
import { EXAMPLE_JOINING, EXAMPLE_PIN, EXAMPLE_PIN_COST, exampleStaff } from './staff.ts';

/** What of a stack its registers are reached by. */
export type Place = Pick<EmbeddedStack, 'model' | 'clientsFor'>;

/** Puts the example staff into the register of a stack, each with the example PIN; who is there already stays as is. */
export const seedExampleStaff = (place: Place): Promise<void> => seedStaff(place, exampleStaff);

/** The register of staff of a stack. PINs put into it are example PINs. */
export function staffRegisterOf({ model, clientsFor }: Place): WritableStaffRegister {
  const table = tableOf({ model }, 'Identities');
  const key = model.macKeys.find(({ logicalId }) => logicalId === 'PinKey');
  if (key === undefined) throw new Error('Template: expected a key PinKey');
  const { dynamodb, kms } = clientsFor();
  return dynamoStaffRegister({
    client: dynamodb,
    table,
    pinKey: kmsPinKey(kms, key.arn),
    randomBytes: (count) => randomFillSync(new Uint8Array(count)),
    pinCost: EXAMPLE_PIN_COST,
  });
}

/** Registers of the quality system of a stack. */
export const registersOf = (place: Place): Registers =>
  dynamoRegisters({ ...accessTo(place), table: tableOf(place, 'Journeys') });

/** Rotas and teams of a stack. */
export const rostersOf = (place: Place): Rosters => dynamoRosters(accessTo(place));

/** Delegations and absences of a stack. */
export const calendarsOf = (place: Place): StaffCalendars => dynamoStaffCalendar(accessTo(place));

/** Access to the table Identities of a stack. */
export const accessTo = ({ model, clientsFor }: Place) => ({
  client: clientsFor().dynamodb,
  table: tableOf({ model }, 'Identities'),
  randomBytes: (count: number) => randomFillSync(new Uint8Array(count)),
});

export function tableOf({ model: { tables } }: Pick<Place, 'model'>, logicalId: string): string {
  const table = tables.find((one) => one.logicalId === logicalId)?.name;
  if (table === undefined) throw new Error(`Template: expected a table ${logicalId}`);
  return table;
}

export async function seedStaff(place: Place, staff: readonly StaffMember[]): Promise<void> {
  const register = staffRegisterOf(place);
  for (const member of staff) {
    if ((await register.find(member.id)) !== undefined) continue;
    const put = await register.putStaff(member, EXAMPLE_JOINING, EXAMPLE_PIN);
    if (!put.ok) throw new Error(put.refusal.message);
  }
}
