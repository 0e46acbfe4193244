import { dynamoCompetence } from '../../lambdas/adapters/dynamo-competence.ts';
import { dynamoPasskeys } from '../../lambdas/adapters/dynamo-passkeys.ts';
import { dateOf } from '../../lambdas/domain/calendar/local-time.ts';
import { curricula } from '../../lambdas/domain/competence/curricula.ts';
import { type Outcome, ok } from '../../lambdas/domain/outcome.ts';
import { registers } from '../../lambdas/domain/registers/index.ts';
import { REGISTERS, type RegisterName } from '../../lambdas/domain/registers/names.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import { importCompetence } from '../../lambdas/registers/import-competence.ts';
import { importRows } from '../../lambdas/registers/import-rows.ts';
import { siteNamed } from '../cli/staff/site-policies.ts';
import { Trouble } from '../cli/trouble.ts';
import { accessTo, type Place, registersOf, rostersOf, staffRegisterOf } from '../scenario/embedded-stage.ts';
import { EXAMPLE_PIN } from '../scenario/staff.ts';
import { readDutyRotaFile } from '../staff/duty-rota-file.ts';
import { importCsv } from '../staff/import-csv.ts';
import { readRotaFile } from '../staff/rota-file.ts';
import { HOSPITAL_SITE, hospitalFile, hospitalSettings } from './hospital-files.ts';

/** Registers of each site that have a file. */
const REGISTERS_OF: Readonly<Record<string, readonly RegisterName[]>> = {
  [HOSPITAL_SITE]: REGISTERS,
  'eye-clinic': ['agreements'],
};

/** The configured site of the embedded stack. */
const siteOf = (site: string) => siteNamed(site, { config: 'cdk.json' });

/**
 * Puts the demo hospital into the registers of a stack with the example staff, as if its files were written today. Where it is kept
 * already it stays as it became.
 */
export async function loadHospital(place: Place, now: Instant): Promise<void> {
  const { enteredBy } = hospitalSettings();
  const known = await staffRegisterOf(place).find(enteredBy[HOSPITAL_SITE]?.by ?? '');
  if (known !== undefined) return;
  const today = dateOf(now, siteOf(HOSPITAL_SITE).zone);
  await loadStaff(place, now, today);
  await loadRota(place, now, today);
  await loadShifts(place, now, today);
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

async function loadStaff(place: Place, at: Instant, today: string): Promise<void> {
  const register = staffRegisterOf(place);
  const stated = { by: 'qa', why: hospitalSettings().why, at };
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

async function loadRota(place: Place, writtenAt: Instant, today: string): Promise<void> {
  const file = `${HOSPITAL_SITE}/rota.txt`;
  const read = readRotaFile(hospitalFile(file, today), siteOf(HOSPITAL_SITE).zone);
  if (!read.ok) throw new Trouble(`${file}:\n${read.problems.join('\n')}`);
  for (const { role, shifts } of read.rotas) {
    await rostersOf(place).putRota({ site: HOSPITAL_SITE, role, shifts: [...shifts], writtenBy: 'qa', writtenAt });
  }
}

async function loadShifts(place: Place, writtenAt: Instant, today: string): Promise<void> {
  const file = `${HOSPITAL_SITE}/shifts.txt`;
  const read = readDutyRotaFile(hospitalFile(file, today), siteOf(HOSPITAL_SITE).zone);
  if (!read.ok) throw new Trouble(`${file}:\n${read.problems.join('\n')}`);
  const { lead, shifts } = read.rota;
  await rostersOf(place).putDutyRota({ site: HOSPITAL_SITE, lead, shifts: [...shifts], writtenBy: 'qa', writtenAt });
}

async function loadCurricula(place: Place, at: Instant, today: string): Promise<void> {
  const given = curricula.parse(JSON.parse(hospitalFile(`${HOSPITAL_SITE}/curricula.json`, today)));
  await rostersOf(place).putCurricula(HOSPITAL_SITE, given, { by: 'qa', at });
}

async function loadCompetence(place: Place, at: Instant, today: string): Promise<void> {
  const importing = {
    staff: staffRegisterOf(place),
    competence: dynamoCompetence(accessTo(place)),
    stated: { by: 'qa', why: hospitalSettings().why, at },
    zoneOf: (site: string) => siteOf(site).zone,
    dryRun: false,
  };
  allTaken('competence.csv', await importCompetence(importing, hospitalFile('competence.csv', today)));
}

async function loadRegisters(place: Place, at: Instant, today: string): Promise<void> {
  const { why, enteredBy } = hospitalSettings();
  for (const [site, names] of Object.entries(REGISTERS_OF)) {
    const who = enteredBy[site];
    if (who === undefined)
      throw new Trouble(`hospital.json: enteredBy: got none of ${site}, expected who enters there`);
    for (const name of names) {
      const file = `${site}/${name}.csv`;
      const importing = {
        ...{ registers: registersOf(place), staff: staffRegisterOf(place), zone: siteOf(site).zone, dryRun: false },
        stated: { site, ...who, why, at },
        // Nothing was signed yet at a hospital that is only being set up.
      };
      const rows = await importRows(importing, registers[name], hospitalFile(file, today));
      allTaken(file, rows);
    }
  }
}
