import { randomFillSync } from 'node:crypto';
import { dynamoCompetence } from '../../lambdas/adapters/dynamo-competence.ts';
import { dynamoJourneyStore } from '../../lambdas/adapters/dynamo-journey-store.ts';
import { dynamoRegisters, type Registers } from '../../lambdas/adapters/dynamo-registers.ts';
import { dynamoRosters, type Rosters } from '../../lambdas/adapters/dynamo-rosters.ts';
import { dynamoStaffCalendar, type StaffCalendars } from '../../lambdas/adapters/dynamo-staff-calendar.ts';
import { dynamoStaffRegister, type WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { kmsPinKey } from '../../lambdas/adapters/pin-key.ts';
import type { StaffMember } from '../../lambdas/domain/ports.ts';
import { changeControl } from '../../lambdas/domain/registers/change-control.ts';
import { registers } from '../../lambdas/domain/registers/index.ts';
import type { ConcernedJourney } from '../../lambdas/domain/registers/journeys-concerned.ts';
import { keepRecord } from '../../lambdas/domain/registers/keep-record.ts';
import type { RegisterName } from '../../lambdas/domain/registers/names.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import type { VirtualClock } from '../clock/clock.ts';
import { confirmMirrored } from '../registers/confirm-mirrored.ts';
import { journeysAffected } from '../registers/journeys-affected.ts';
import { zoneOf } from '../simulate/sites.ts';
import { type EmbeddedStack, type StackOptions, startStack } from '../stack.ts';
import { embeddedWorld } from './embedded-world.ts';
import type { KnownEntry, Scenario } from './scenario.ts';
import { EXAMPLE_JOINING, EXAMPLE_PIN, EXAMPLE_PIN_COST, EXAMPLE_SITE, exampleStaff } from './staff.ts';
import type { World } from './world.ts';

/** A Monday morning at the example hospital. */
export const FIRST_DAY: Instant = '2027-01-11T08:00:00.000Z';

export interface Stage {
  readonly stack: EmbeddedStack & { readonly clock: VirtualClock };
  readonly world: World;
  readonly webhookSecret: string;
}

/** The embedded stack on a virtual clock, with the example staff: where scenarios are played. */
export async function embeddedStage(options: Omit<StackOptions, 'clock'> = {}, from = FIRST_DAY): Promise<Stage> {
  const stack = await startStack({
    prepare: seedExampleStaff,
    restWhenIdle: true,
    ...options,
    clock: { virtualFrom: from },
  });
  return {
    stack,
    world: {
      ...embeddedWorld(stack),
      enrol: (people) => enrol(stack, people),
      confirm: (script) => confirm(stack, script),
      keep: (entry) => keepNow(stack, entry),
    },
    webhookSecret: `whsec_${stack.secret('WebhookSecret')}`,
  };
}

async function enrol(
  stack: EmbeddedStack & { readonly clock: VirtualClock },
  {
    staff = [],
    teams = [],
    competence = [],
    registers: known = [],
  }: Pick<Scenario, 'staff' | 'teams' | 'competence' | 'registers'>,
): Promise<void> {
  await seedStaff(stack, staff);
  const at = new Date(stack.clock.now()).toISOString();
  for (const team of teams) await rostersOf(stack).putTeam(team, { by: 'qa', at });
  for (const { person, record } of competence) {
    const kept = await dynamoCompetence(accessTo(stack)).keep(person, record);
    if (!kept.ok) throw new Error(kept.refusal.message);
  }
  for (const { register, ...given } of known) await keepKnown(stack, register, given);
}

async function keepKnown(stack: Place, register: RegisterName, given: Omit<KnownEntry, 'register'>): Promise<void> {
  const before = (await registersOf(stack).of(EXAMPLE_SITE, register, given.id)).at(-1);
  const kept = keepRecord(registers[register], { site: EXAMPLE_SITE, ...given }, before);
  if (!kept.ok) throw new Error(kept.refusal.message);
  if (kept.value === null) return;
  const written = await registersOf(stack).keep([kept.value]);
  if (!written.ok) throw new Error(written.refusal.message);
}

async function confirm(
  stack: EmbeddedStack & { readonly clock: VirtualClock },
  { register, reference, ...stated }: Parameters<NonNullable<World['confirm']>>[0],
): Promise<void> {
  const kept = await confirmMirrored(
    {
      ...{ registers: registersOf(stack), staff: staffRegisterOf(stack), dryRun: false },
      zone: zoneOf(EXAMPLE_SITE),
      // What is read again opens.
      closed: async () => undefined,
    },
    registers[register],
    { ...stated, site: EXAMPLE_SITE, at: new Date(stack.clock.now()).toISOString(), confirmedBy: { reference } },
  );
  if (!kept.ok) throw new Error(kept.refusal.message);
}

async function keepNow(stack: Place, { register, ...given }: KnownEntry): Promise<readonly ConcernedJourney[]> {
  await keepKnown(stack, register, given);
  if (register !== 'change-controls') return [];
  const { client, randomBytes } = accessTo(stack);
  const store = dynamoJourneyStore({ client, randomBytes, table: tableOf(stack, 'Journeys') });
  return journeysAffected(store, EXAMPLE_SITE, changeControl().parse(given.entry));
}

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

function tableOf({ model: { tables } }: Pick<Place, 'model'>, logicalId: string): string {
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
