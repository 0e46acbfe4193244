import { defineCommand } from 'citty';
import { userId } from '../../../lambdas/domain/sign-off/user-id.ts';
import { importCompetence } from '../../registers/competence-csv.ts';
import { textFile } from '../json-text.ts';
import { print } from '../print.ts';
import { registerOf, TABLE_OPTIONS } from '../staff/register.ts';
import { CONFIG_OPTION, siteNamed } from '../staff/site-policies.ts';
import { STATED_OPTIONS } from '../staff/stated.ts';
import { Trouble } from '../trouble.ts';

export const importRegister = defineCommand({
  meta: { name: 'import', description: 'Assessments of competence from a CSV file; every row says what came of it' },
  args: {
    file: {
      type: 'positional',
      required: true,
      description:
        'NAME.csv with columns person,task,training,observed,required,assessor,assessed_on,valid_until and theory_score',
    },
    'dry-run': { type: 'boolean', default: false, description: 'says what would change and changes nothing' },
    ...STATED_OPTIONS,
    ...TABLE_OPTIONS,
    ...CONFIG_OPTION,
  },
  run: async ({ args }) => {
    const { staff, competence, now } = await registerOf(args);
    const { file, 'dry-run': dryRun } = args;
    const stated = { by: userId(args.by), why: args.why, at: now() };
    const zoneOf = (site: string): string => siteNamed(site, args).zone;
    const rows = await importCompetence({ staff, competence, stated, zoneOf, dryRun }, file, textFile(file));
    for (const { line, person, outcome } of rows) {
      const said = outcome.ok ? outcome.value : `refused: ${outcome.refusal.message}`;
      print(`line ${line}: ${person}: ${said}`.replaceAll(/\p{Cc}/gu, '\uFFFD'));
    }
    const refused = rows.filter(({ outcome }) => !outcome.ok).length;
    if (refused > 0)
      throw new Trouble(`${file}: ${refused} of ${rows.length} rows refused. Mend them and import the file again.`);
  },
});
