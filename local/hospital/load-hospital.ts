import { dynamoCompetence } from '../../lambdas/adapters/dynamo-competence.ts';
import { dynamoPasskeys } from '../../lambdas/adapters/dynamo-passkeys.ts';
import { dateOf, daysLater } from '../../lambdas/domain/calendar/local-time.ts';
import { curricula } from '../../lambdas/domain/competence/curricula.ts';
import { readCsv } from '../../lambdas/domain/csv.ts';
import { type Outcome, ok } from '../../lambdas/domain/outcome.ts';
import { registers } from '../../lambdas/domain/registers/index.ts';
import type { EntryKeeping } from '../../lambdas/domain/registers/keep-entry.ts';
import { REGISTERS, type RegisterName } from '../../lambdas/domain/registers/names.ts';
import { team } from '../../lambdas/domain/staff/team.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import { importCompetence } from '../../lambdas/registers/import-competence.ts';
import { importRows } from '../../lambdas/registers/import-rows.ts';
import { Trouble } from '../cli/trouble.ts';
import { accessTo, type Place, registersOf, rostersOf, staffRegisterOf } from '../scenario/place.ts';
import { EXAMPLE_PIN, exampleStaff } from '../scenario/staff.ts';
import { zoneOf } from '../simulate/sites.ts';
import { readDutyRotaFile } from '../staff/duty-rota-file.ts';
import { importCsv } from '../staff/import-csv.ts';
import { readRotaFile, type WrittenRota } from '../staff/rota-file.ts';
import { HOSPITAL_SITE, hospitalFile, hospitalSettings, hospitalSites } from './hospital-files.ts';

/** Registers of each site that have a file. */
const REGISTERS_OF: Readonly<Record<string, readonly RegisterName[]>> = {
  [HOSPITAL_SITE]: REGISTERS,
  'eye-clinic': ['agreements'],
};

/**
 * Puts the demo hospital into the registers of a stack, as if its files were written today. Where it is kept already it stays as it
 * became.
 */
export async function loadHospital(place: Place, now: Instant): Promise<void> {
  const { enteredBy } = hospitalSettings();
  const known = await staffRegisterOf(place).find(enteredBy[HOSPITAL_SITE]?.by ?? '');
  if (known !== undefined) return;
  const [{ id: example = '' } = {}] = exampleStaff;
  if ((await staffRegisterOf(place).find(example)) !== undefined) {
    throw new Trouble('Demo hospital: got a data directory with the example staff, expected a new one');
  }
  const today = dateOf(now, zoneOf(HOSPITAL_SITE));
  await loadStaff(place, now, today);
  await loadTeams(place, now, today);
  await writeRota(place, now);
  await writeShifts(place, now);
  await loadCurricula(place, now, today);
  await loadCompetence(place, now, today);
  await loadRegisters(place, now, today);
}

interface Row {
  readonly line: number;
  readonly outcome: Outcome<unknown>;
}

/** The files are ours: a row that an import refuses is our mistake. */
function allTaken(file: string, imported: Outcome<readonly Row[]>): void {
  if (!imported.ok) throw new Trouble(`${file}: ${imported.refusal.message}`);
  const refused = imported.value.flatMap(({ line, outcome }) =>
    outcome.ok ? [] : [`${file}: line ${line}: ${outcome.refusal.message}`],
  );
  if (refused.length > 0) throw new Trouble(refused.join('\n'));
}

/** Who enters what is of all sites. */
const keeper = (): string => hospitalSettings().enteredBy[HOSPITAL_SITE]?.by ?? '';

async function loadStaff(place: Place, at: Instant, today: string): Promise<void> {
  const register = staffRegisterOf(place);
  const stated = { by: keeper(), why: hospitalSettings().why, at };
  const passkeys = dynamoPasskeys(accessTo(place), () => 0);
  const importing = { register, passkeys, stated, dryRun: false };
  const rows = await importCsv(importing, 'staff.csv', hospitalFile('staff.csv', today));
  allTaken('staff.csv', ok(rows));
  for (const { id } of rows) {
    const entry = await register.entry(id);
    if (entry === undefined || entry.hasPin) continue;
    const put = await register.putStaff(entry.member, stated, EXAMPLE_PIN);
    if (!put.ok) throw new Trouble(put.refusal.message);
  }
}

async function loadTeams(place: Place, at: Instant, today: string): Promise<void> {
  const csv = readCsv(hospitalFile('teams.csv', today));
  if (!csv.ok) throw new Trouble(`teams.csv: ${csv.problem}`);
  for (const { values } of csv.rows) await rostersOf(place).putTeam(team().parse(values), { by: keeper(), at });
}

const ROTA_WEEKS = 6;

/** A rota is no longer than seven times the weeks of the file. */
const ROTA_TIMES = 7;

/** Weeks after which the rota is written anew, in good time before it ends. */
export const WEEKS_OF_ROTA = 38;

/** Writes who is on call from the week of `at` on: the weeks of the file, over and over. */
export async function writeRota(place: Place, at: Instant): Promise<void> {
  const zone = zoneOf(HOSPITAL_SITE);
  const today = dateOf(at, zone);
  const written = Array.from({ length: ROTA_TIMES }, (_, round) =>
    rotaOn(daysLater(today, round * ROTA_WEEKS * 7), zone),
  ).flat();
  for (const role of new Set(written.map((one) => one.role))) {
    const shifts = written.filter((one) => one.role === role).flatMap((one) => one.shifts);
    await rostersOf(place).putRota({ site: HOSPITAL_SITE, role, shifts, writtenBy: keeper(), writtenAt: at });
  }
}

function rotaOn(day: string, zone: string): readonly WrittenRota[] {
  const file = `${HOSPITAL_SITE}/rota.txt`;
  const read = readRotaFile(hospitalFile(file, day), zone);
  if (!read.ok) throw new Trouble(`${file}:\n${read.problems.join('\n')}`);
  return read.rotas;
}

/** A rota of shifts is no longer than five times the weeks of the file. */
const SHIFTS_TIMES = 5;

/** Writes who is on site from the week of `at` on: the weeks of the file, over and over. */
async function writeShifts(place: Place, at: Instant): Promise<void> {
  const zone = zoneOf(HOSPITAL_SITE);
  const today = dateOf(at, zone);
  const [first, ...others] = Array.from({ length: SHIFTS_TIMES }, (_, round) =>
    shiftsOn(daysLater(today, round * ROTA_WEEKS * 7), zone),
  );
  if (first === undefined) return;
  const shifts = [first, ...others].flatMap((one) => one.shifts);
  await rostersOf(place).putDutyRota({ ...first, site: HOSPITAL_SITE, shifts, writtenBy: keeper(), writtenAt: at });
}

function shiftsOn(day: string, zone: string) {
  const file = `${HOSPITAL_SITE}/shifts.txt`;
  const read = readDutyRotaFile(hospitalFile(file, day), zone);
  if (!read.ok) throw new Trouble(`${file}:\n${read.problems.join('\n')}`);
  return read.rota;
}

async function loadCurricula(place: Place, at: Instant, today: string): Promise<void> {
  const given = curricula.parse(JSON.parse(hospitalFile(`${HOSPITAL_SITE}/curricula.json`, today)));
  await rostersOf(place).putCurricula(HOSPITAL_SITE, given, { by: keeper(), at });
}

async function loadCompetence(place: Place, at: Instant, today: string): Promise<void> {
  const { why } = hospitalSettings();
  const importing = {
    staff: staffRegisterOf(place),
    competence: dynamoCompetence(accessTo(place)),
    zoneOf,
    dryRun: false,
  };
  for (const { site, by } of hospitalSites()) {
    const file = `${site}/competence.csv`;
    const stated = { by, why, at };
    allTaken(file, await importCompetence({ ...importing, stated }, hospitalFile(file, today)));
  }
}

async function loadRegisters(place: Place, at: Instant, today: string): Promise<void> {
  const { why } = hospitalSettings();
  for (const { site, ...who } of hospitalSites()) {
    for (const name of REGISTERS_OF[site] ?? []) {
      const file = `${site}/${name}.csv`;
      const importing = { ...keepingAt(place, site), stated: { site, ...who, why, at } };
      allTaken(file, await importRows(importing, registers[name], hospitalFile(file, today)));
    }
  }
}

/** How entries are kept at a site. */
export const keepingAt = (place: Place, site: string): EntryKeeping => ({
  ...{ registers: registersOf(place), staff: staffRegisterOf(place), zone: zoneOf(site), dryRun: false },
});
