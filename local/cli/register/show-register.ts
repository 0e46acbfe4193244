import { defineCommand } from 'citty';
import { csvText } from '../../../lambdas/domain/csv.ts';
import { entryAsOf } from '../../../lambdas/domain/registers/as-of.ts';
import { print, printJson } from '../print.ts';
import { instantOption } from '../staff/instant-option.ts';
import { definitionNamed, keptRegisters, NAME_OPTION, REGISTER_OPTIONS } from './kept-registers.ts';

const ID = { id: { type: 'positional', required: true, description: 'id of the entry' } } as const;
const FAR = '9999-12-31T00:00:00.000Z';

const byEntry = async (args: Parameters<typeof keptRegisters>[0] & { site: string; register: string }, at: string) => {
  const { register } = definitionNamed(args.register);
  const records = await (await keptRegisters(args)).of(args.site, register);
  return [...Map.groupBy(records, ({ id }) => id).values()].flatMap((versions) => entryAsOf(versions, at) ?? []);
};

/** The entries of a register, as they stand or stood. */
export const showRegister = defineCommand({
  meta: { name: 'show', description: 'The entries of a register, as of now or of any instant' },
  args: {
    ...NAME_OPTION,
    at: { type: 'string', description: 'instant with offset, e.g. 2026-05-02T03:10Z; without it, now' },
    ...REGISTER_OPTIONS,
  },
  run: async ({ args }) => printJson(await byEntry(args, args.at === undefined ? FAR : instantOption('--at', args.at))),
});

export const exportRegister = defineCommand({
  meta: { name: 'export', description: 'The entries of a register as CSV, as `import` reads it' },
  args: { ...NAME_OPTION, ...REGISTER_OPTIONS },
  run: async ({ args }) => {
    const definition = definitionNamed(args.register);
    const rows = (await byEntry(args, FAR)).map(({ id, entry }) => ({
      id,
      ...definition.toRow(definition.entry().parse(entry)),
    }));
    print(csvText(['id', ...definition.columns], rows).trimEnd());
  },
});

export const registerHistory = defineCommand({
  meta: { name: 'history', description: 'Every version of an entry of a register, oldest first' },
  args: { ...ID, ...NAME_OPTION, ...REGISTER_OPTIONS },
  run: async ({ args }) => {
    const { register } = definitionNamed(args.register);
    printJson(await (await keptRegisters(args)).of(args.site, register, args.id));
  },
});
