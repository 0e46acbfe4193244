import { defineCommand } from 'citty';
import type { Outcome } from '../../../lambdas/domain/outcome.ts';
import { userId } from '../../../lambdas/domain/sign-off/user-id.ts';
import { importCompetence } from '../../../lambdas/registers/import-competence.ts';
import { columnsIn, importRows, type RowOutcome, registerOfColumns } from '../../../lambdas/registers/import-rows.ts';
import { textFile } from '../json-text.ts';
import { print } from '../print.ts';
import { instantOption } from '../staff/instant-option.ts';
import { registerOf } from '../staff/register.ts';
import { CONFIG_OPTION, siteNamed } from '../staff/site-policies.ts';
import { STATED_OPTIONS } from '../staff/stated.ts';
import { Trouble } from '../trouble.ts';
import { definitionNamed, keptRegisters, REGISTER_OPTIONS } from './kept-registers.ts';

export const importRegister = defineCommand({
  meta: { name: 'import', description: 'Entries of a register from a CSV file; every row says what came of it' },
  args: {
    file: {
      type: 'positional',
      required: true,
      description: 'NAME.csv with the columns that `atmp register export` writes, or those of competence',
    },
    register: { type: 'string', description: 'which register, or competence; without it, told by its columns' },
    mirror: { type: 'string', description: 'system that is master of these rows: here they are read only' },
    'as-of': { type: 'string', description: 'instant with offset as of which that system said so; with --mirror' },
    second: { type: 'string', description: 'user id of a second person, for what takes two' },
    'dry-run': { type: 'boolean', default: false, description: 'says what would change and changes nothing' },
    ...STATED_OPTIONS,
    ...REGISTER_OPTIONS,
    site: { type: 'string', description: 'id of the site; competence is of people, who have one' },
    ...CONFIG_OPTION,
  },
  run: async ({ args }) => {
    const { file } = args;
    const text = textFile(file);
    const isCompetence = args.register === 'competence' || (args.register === undefined && isOfPeople(text));
    const rows = isCompetence ? await competenceRows(args, text) : await entryRows(args, text);
    for (const { line, id, outcome } of rows) {
      const said = outcome.ok ? outcome.value : `refused: ${outcome.refusal.message}`;
      print(`line ${line}: ${id}: ${said}`.replaceAll(/\p{Cc}/gu, '\uFFFD'));
    }
    const refused = rows.filter(({ outcome }) => !outcome.ok).length;
    if (refused > 0)
      throw new Trouble(`${file}: ${refused} of ${rows.length} rows refused. Mend them and import the file again.`);
  },
});

/** What came of the rows, unless the file as a whole is none of the register's. */
function rowsOr<Row>(file: string, outcome: Outcome<readonly Row[]>): readonly Row[] {
  if (!outcome.ok) throw new Trouble(`${file}: ${outcome.refusal.message}`);
  return outcome.value;
}

const isOfPeople = (text: string): boolean => {
  const columns = columnsIn(text);
  return ['person', 'task'].every((column) => columns.includes(column));
};

interface Args {
  readonly file: string;
  readonly register?: string | undefined;
  readonly mirror?: string | undefined;
  readonly 'as-of'?: string | undefined;
  readonly second?: string | undefined;
  readonly 'dry-run': boolean;
  readonly by: string;
  readonly why: string;
  readonly site?: string | undefined;
  readonly table?: string | undefined;
  readonly 'journeys-table'?: string | undefined;
  readonly url: string;
  readonly config: string;
}

async function competenceRows(args: Args, text: string): Promise<readonly RowOutcome[]> {
  const { staff, competence, now } = await registerOf(args);
  const stated = { by: userId(args.by), why: args.why, at: now() };
  const zoneOf = (site: string): string => siteNamed(site, args).zone;
  const importing = { staff, competence, stated, zoneOf, dryRun: args['dry-run'] };
  return rowsOr(args.file, await importCompetence(importing, text)).map(({ line, person, outcome }) => ({
    line,
    id: person,
    outcome,
  }));
}

async function entryRows(args: Args, text: string): Promise<readonly RowOutcome[]> {
  const { file, site, mirror, second, 'as-of': asOf, 'dry-run': dryRun } = args;
  const definition = args.register === undefined ? registerOfColumns(text) : definitionNamed(args.register);
  if (definition === undefined) {
    throw new Trouble(`${file}: columns: got those of none or of several registers, expected --register to name one`);
  }
  if (site === undefined) throw new Trouble('--site: got none, expected the id of the site whose register it is');
  if ((mirror === undefined) !== (asOf === undefined)) {
    throw new Trouble('--mirror and --as-of: got one of them, expected both or none');
  }
  const { zone } = siteNamed(site, args);
  const { staff, now } = await registerOf(args);
  const importing = {
    registers: await keptRegisters(args),
    ...{ staff, zone, dryRun },
    stated: { site, by: userId(args.by), why: args.why, at: now(), ...(second === undefined ? {} : { second }) },
    ...(mirror === undefined || asOf === undefined
      ? {}
      : { mirror: { system: mirror, asOf: instantOption('--as-of', asOf) } }),
  };
  return rowsOr(file, await importRows(importing, definition, text));
}
