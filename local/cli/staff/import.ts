import { defineCommand } from 'citty';
import { userId } from '../../../lambdas/domain/sign-off/user-id.ts';
import { importCsv, type RowResult } from '../../staff/import-csv.ts';
import { importJson } from '../../staff/import-json.ts';
import { jsonFile, textFile } from '../json-text.ts';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';
import { addressAgainBy } from './address-again-by.ts';
import { OPS_OPTION } from './operations.ts';
import { PIN_KEY_OPTION, registerOf, TABLE_OPTIONS } from './register.ts';
import { changeText, printChange, STATED_OPTIONS } from './stated.ts';

export const importStaff = defineCommand({
  meta: {
    name: 'import',
    description: 'Joiners, changes and leavers from a CSV or JSON file, with the AWS credentials of the caller',
  },
  args: {
    file: {
      type: 'positional',
      required: true,
      description:
        'NAME.csv with columns id,name,mail,roles,site,language and deputises,phone,active,checked_by,checked_at,checked_how,left; or JSON: [{id, name, mail, phone?, roles, deputises?, site, language, active?, quietHours?, mails?, identity?, pin?}]',
    },
    'dry-run': {
      type: 'boolean',
      default: false,
      description: 'of a CSV file: says what would change and changes nothing',
    },
    ...STATED_OPTIONS,
    ...TABLE_OPTIONS,
    ...OPS_OPTION,
    ...PIN_KEY_OPTION,
  },
  run: async ({ args }) => {
    const { staff, passkeys, now } = await registerOf(args);
    const stated = { by: userId(args.by), why: args.why, at: now() };
    const { file, 'dry-run': dryRun } = args;
    if (!file.toLowerCase().endsWith('.csv')) {
      if (dryRun) throw new Trouble('--dry-run: got a JSON file, expected CSV');
      const done = await importJson(staff, file, jsonFile(file), stated);
      for (const { id, change } of done) printChange(id, change);
      await addressAgainBy(
        staff,
        args,
        done.map(({ id }) => id),
      );
      return;
    }
    const results = await importCsv({ register: staff, passkeys, stated, dryRun }, file, textFile(file));
    for (const result of results) print(plain(rowText(result)));
    const refused = results.filter(({ outcome }) => !outcome.ok);
    if (!dryRun)
      await addressAgainBy(
        staff,
        args,
        results.filter(({ outcome }) => outcome.ok).map(({ id }) => id),
      );
    if (refused.length > 0) {
      throw new Trouble(
        `${file}: ${refused.length} of ${results.length} rows refused. Mend them and import the file again.`,
      );
    }
  },
});

/** What stands in a file may move a cursor or colour a terminal. */
const plain = (text: string): string => text.replaceAll(/\p{Cc}/gu, '\uFFFD');

const rowText = ({ line, id, outcome }: RowResult): string =>
  outcome.ok
    ? `line ${line}: ${changeText(id, outcome.value)}`
    : `line ${line}: ${id}: refused: ${outcome.refusal.message}`;
