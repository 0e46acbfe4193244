import { dynamoCompetence } from '../../lambdas/adapters/dynamo-competence.ts';
import { dynamoJourneyStore } from '../../lambdas/adapters/dynamo-journey-store.ts';
import { changeControl } from '../../lambdas/domain/registers/change-control.ts';
import { registers } from '../../lambdas/domain/registers/index.ts';
import type { ConcernedJourney } from '../../lambdas/domain/registers/journeys-concerned.ts';
import { keepRecord } from '../../lambdas/domain/registers/keep-record.ts';
import type { RegisterName } from '../../lambdas/domain/registers/names.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import { thisRelease } from '../cli/this-release.ts';
import type { VirtualClock } from '../clock/clock.ts';
import { hospitalConfig } from '../hospital/hospital-config.ts';
import { hospitalMember, hospitalPeople } from '../hospital/hospital-people.ts';
import { leaveHospital } from '../hospital/leave-hospital.ts';
import { loadHospital } from '../hospital/load-hospital.ts';
import { openChangeCase } from '../quality/open-case.ts';
import { confirmMirrored } from '../registers/confirm-mirrored.ts';
import { journeysAffected } from '../registers/journeys-affected.ts';
import { zoneOf } from '../simulate/sites.ts';
import { type EmbeddedStack, type StackOptions, startStack } from '../stack.ts';
import { embeddedWorld } from './embedded-world.ts';
import {
  accessTo,
  type Place,
  registersOf,
  rostersOf,
  seedExampleStaff,
  seedStaff,
  staffRegisterOf,
  tableOf,
} from './place.ts';
import type { KnownEntry, Scenario } from './scenario.ts';
import { EXAMPLE_SITE } from './staff.ts';
import type { HospitalHere, World } from './world.ts';

/** A Monday morning at the example hospital. */
export const FIRST_DAY: Instant = '2027-01-11T08:00:00.000Z';

export interface Stage {
  readonly stack: EmbeddedStack & { readonly clock: VirtualClock };
  readonly world: World;
  readonly webhookSecret: string;
}

export interface StageOptions extends Omit<StackOptions, 'clock'> {
  /** Played in the demo hospital (`hospital/`): its people, rotas and registers, instead of the example staff. */
  readonly inHospital?: boolean;
}

/** The embedded stack on a virtual clock, with the example staff or in the demo hospital: where scenarios are played. */
export async function embeddedStage(
  { inHospital = false, ...options }: StageOptions = {},
  from = FIRST_DAY,
): Promise<Stage> {
  const stack = await startStack({
    prepare: inHospital ? (place) => loadHospital(place, from) : seedExampleStaff,
    ...(inHospital ? { config: hospitalConfig() } : {}),
    restWhenIdle: true,
    ...options,
    clock: { virtualFrom: from },
  });
  return {
    stack,
    world: {
      ...embeddedWorld(stack),
      ...(inHospital ? { hospital: hospitalHere(stack) } : {}),
      enrol: (people) => enrol(stack, people),
      confirm: (script) => confirm(stack, script),
      keep: (entry) => keepNow(stack, entry),
      openCase: (script) => openCase(stack, script),
      statusesOf: async (change) =>
        (await registersOf(stack).of(EXAMPLE_SITE, 'change-controls', change)).map(({ entry }) => String(entry.status)),
    },
    webhookSecret: `whsec_${stack.secret('WebhookSecret')}`,
  };
}

const hospitalHere = (place: Place): HospitalHere => ({
  memberOf: (role) => hospitalMember(EXAMPLE_SITE, role),
  isPerson: (id) => hospitalPeople().some((person) => person.id === id),
  leave: () => leaveHospital(place),
});

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

async function openCase(
  stack: EmbeddedStack & { readonly clock: VirtualClock },
  { change, by }: Parameters<NonNullable<World['openCase']>>[0],
): Promise<string> {
  const { client, randomBytes } = accessTo(stack);
  const opened = await openChangeCase(
    {
      ...{ registers: registersOf(stack), staff: staffRegisterOf(stack), by, randomBytes },
      store: dynamoJourneyStore({ client, randomBytes, table: tableOf(stack, 'Journeys') }),
      site: { id: EXAMPLE_SITE, zone: zoneOf(EXAMPLE_SITE) },
      at: new Date(stack.clock.now()).toISOString(),
      release: thisRelease(),
    },
    change,
  );
  if (!opened.ok) throw new Error(opened.refusal.message);
  return opened.value;
}
