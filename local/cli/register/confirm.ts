import { defineCommand } from 'citty';
import { confirmMirrored } from '../../registers/confirm-mirrored.ts';
import { print } from '../print.ts';
import { registerOf } from '../staff/register.ts';
import { CONFIG_OPTION, siteNamed } from '../staff/site-policies.ts';
import { doneOr, STATED_OPTIONS } from '../staff/stated.ts';
import { definitionNamed, keptRegisters, NAME_OPTION, REGISTER_OPTIONS } from './kept-registers.ts';

/** What another system holds still stands, as a named person saw: it counts as read now. */
export const confirmEntry = defineCommand({
  meta: { name: 'confirm', description: 'Says, with evidence, that an entry that another system holds still stands' },
  args: {
    id: { type: 'positional', required: true, description: 'id of the entry' },
    reference: { type: 'string', required: true, description: 'what was looked at, and where it is found' },
    sha256: { type: 'string', description: 'of the file, where there is one' },
    ...NAME_OPTION,
    ...STATED_OPTIONS,
    ...REGISTER_OPTIONS,
    ...CONFIG_OPTION,
  },
  run: async ({ args }) => {
    const { id, site, reference, sha256 } = args;
    const definition = definitionNamed(args.register);
    const registers = await keptRegisters(args);
    const { staff, now } = await registerOf(args);
    const at = now();
    const confirmedBy = { reference, ...(sha256 === undefined ? {} : { sha256 }) };
    const keeping = { registers, staff, zone: siteNamed(site, args).zone, dryRun: false };
    doneOr(await confirmMirrored(keeping, definition, { site, id, by: args.by, why: args.why, at, confirmedBy }));
    print(`${definition.register} ${id}: confirmed as of ${at}.`);
  },
});
