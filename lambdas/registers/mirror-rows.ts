import { type Outcome, ok } from '../domain/outcome.ts';
import { registers } from '../domain/registers/index.ts';
import { freshSince } from '../domain/registers/mirror-age.ts';
import type { MirrorSource } from '../domain/registers/mirrors.ts';
import { userId } from '../domain/sign-off/user-id.ts';
import { keepersAt } from '../domain/staff/keepers-at.ts';
import { type Instant, latest } from '../domain/time.ts';
import type { Sites } from '../middleware/environment.ts';
import { importCompetence } from './import-competence.ts';
import { importRows, type RowOutcome } from './import-rows.ts';
import type { MirrorDeps } from './mirror-deps.ts';

/** An export, and as of when it is what its system says. */
export interface Export {
  readonly source: MirrorSource;
  readonly text: string;
  readonly cameAt: Instant;
}

/** What would come, or comes, of each row: by the same import as by hand, in the name of who answers for what comes. */
export async function mirrorRows(
  deps: MirrorDeps,
  site: Sites[number],
  { source, text, cameAt }: Export,
  dryRun: boolean,
): Promise<Outcome<readonly RowOutcome[]>> {
  const { register, system } = source;
  const [by, ofThemselves] = await keepersOf(deps, source);
  // The clock of whoever took the file may be ahead of ours.
  const stated = { by, why: `export of ${system}`, at: latest(deps.now(), cameAt) };
  if (register === 'competence') {
    const importing = { ...deps, stated, ofThemselves, site: site.id, zoneOf: () => site.zone, dryRun };
    const rows = await importCompetence(importing, text);
    return rows.ok ? ok(rows.value.map(({ line, person, outcome }) => ({ line, id: person, outcome }))) : rows;
  }
  const age = site.policy.registers?.mirrorAge?.[system];
  const importing = {
    ...{ registers: deps.registers, staff: deps.staff, zone: site.zone, dryRun },
    stated: { ...stated, site: site.id },
    mirror: { system, asOf: cameAt },
    feed: { freshSince: freshSince(cameAt, age, site.zone) },
  };
  return importRows(importing, registers[register], text);
}

/** Those named who still keep registers of the site, in that order; the first named where none does, and is then refused. */
async function keepersOf(
  { staff }: MirrorDeps,
  { site, keepers }: MirrorSource,
): Promise<readonly [string, ...string[]]> {
  const active = new Set((await keepersAt(staff, site)).map(({ id }) => id));
  const [first, ...others] = keepers.map(userId).filter((id) => active.has(id));
  return first === undefined ? [userId(keepers[0] ?? '')] : [first, ...others];
}
