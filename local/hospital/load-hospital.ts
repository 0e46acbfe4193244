import { dynamoCompetence } from '../../lambdas/adapters/dynamo-competence.ts';
import { dynamoPasskeys } from '../../lambdas/adapters/dynamo-passkeys.ts';
import { dateOf } from '../../lambdas/domain/calendar/local-time.ts';
import type { Outcome } from '../../lambdas/domain/outcome.ts';
import { registers } from '../../lambdas/domain/registers/index.ts';
import { REGISTERS, type RegisterName } from '../../lambdas/domain/registers/names.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import { Trouble } from '../cli/trouble.ts';
import { importCompetence } from '../registers/competence-csv.ts';
import { importRows } from '../registers/import-rows.ts';
import { accessTo, type Place, registersOf, rostersOf, staffRegisterOf } from '../scenario/embedded-stage.ts';
import { EXAMPLE_PIN } from '../scenario/staff.ts';
import { zoneOf } from '../simulate/sites.ts';
import { importCsv } from '../staff/import-csv.ts';
import { readRotaFile } from '../staff/rota-file.ts';
import { HOSPITAL_SITE, hospitalFile, hospitalSettings } from './hospital-files.ts';

/** Registers of each site that have a file. */
const REGISTERS_OF: Readonly<Record<string, readonly RegisterName[]>> = {
  [HOSPITAL_SITE]: REGISTERS,
  'eye-clinic': ['agreements'],
};

/**
 * Puts the demo hospital into the registers of a stack with the example staff, as if its files were written today. Where it is kept
 * already it stays as it became.
 */
export async function loadHospital(place: Place, now: Instant): Promise<void> {
  const { enteredBy } = hospitalSettings();
  const known = await staffRegisterOf(place).find(enteredBy[HOSPITAL_SITE]?.by ?? '');
  if (known !== undefined) return;
  const today = dateOf(now, zoneOf(HOSPITAL_SITE));
  await loadStaff(place, now, today);
  await loadRota(place, now, today);
  await loadCompetence(place, now, today);
  await loadRegisters(place, now, today);
}

interface Row {
  readonly line: number;
  readonly outcome: Outcome<unknown>;
}

/** The files are ours: a row that an import refuses is our mistake. */
function allTaken(file: string, rows: readonly Row[]): void {
  const refused = rows.flatMap(({ line, outcome }) =>
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
  allTaken('staff.csv', rows);
  for (const { id } of rows) {
    const entry = await register.entry(id);
    if (entry === undefined || entry.hasPin) continue;
    const put = await register.putStaff(entry.member, stated, EXAMPLE_PIN);
    if (!put.ok) throw new Trouble(put.refusal.message);
  }
}

async function loadRota(place: Place, writtenAt: Instant, today: string): Promise<void> {
  const file = `${HOSPITAL_SITE}/rota.txt`;
  const read = readRotaFile(hospitalFile(file, today), zoneOf(HOSPITAL_SITE));
  if (!read.ok) throw new Trouble(`${file}:\n${read.problems.join('\n')}`);
  for (const { role, shifts } of read.rotas) {
    await rostersOf(place).putRota({ site: HOSPITAL_SITE, role, shifts: [...shifts], writtenBy: 'qa', writtenAt });
  }
}

async function loadCompetence(place: Place, at: Instant, today: string): Promise<void> {
  const importing = {
    staff: staffRegisterOf(place),
    competence: dynamoCompetence(accessTo(place)),
    stated: { by: 'qa', why: hospitalSettings().why, at },
    zoneOf,
    dryRun: false,
  };
  allTaken(
    'competence.csv',
    await importCompetence(importing, 'competence.csv', hospitalFile('competence.csv', today)),
  );
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
        ...{ registers: registersOf(place), staff: staffRegisterOf(place), zone: zoneOf(site), dryRun: false },
        stated: { site, ...who, why, at },
        // Nothing was signed yet at a hospital that is only being set up.
        closed: async () => {},
      };
      const rows = await importRows(importing, registers[name], file, hospitalFile(file, today));
      allTaken(file, rows);
    }
  }
}
