import { defineCommand } from 'citty';
import type { StaffDirectory } from '../../../lambdas/domain/ports.ts';
import { gapsIn, mayBeOnCall } from '../../../lambdas/domain/staff/rota.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { ROLES } from '../../../lambdas/domain/vocabulary.ts';
import { readRotaFile, type WrittenRota } from '../../staff/rota-file.ts';
import { textFile } from '../json-text.ts';
import { print, printJson } from '../print.ts';
import { Trouble } from '../trouble.ts';
import { registerOf, TABLE_OPTIONS } from './register.ts';
import { CONFIG_OPTION, siteNamed } from './site-policies.ts';
import { statedKeeper } from './stated-keeper.ts';

export const rota = defineCommand({
  meta: {
    name: 'rota',
    description: 'Writes who is on call for roles of a site, from a file; each role named there is written anew',
  },
  args: {
    file: {
      type: 'positional',
      required: true,
      description: 'text: [role], then lines such as 2027-01-11 17:00  2027-01-12 08:00  ann  +49 30 1234',
    },
    site: { type: 'string', required: true, description: 'id of the site, in whose local time the file is written' },
    by: { type: 'string', required: true, description: 'user id of who keeps the register of the site' },
    ...TABLE_OPTIONS,
    ...CONFIG_OPTION,
  },
  run: async ({ args }) => {
    const { zone, policy } = siteNamed(args.site, args);
    const { staff, rosters, now } = await registerOf(args);
    const writtenBy = await statedKeeper(staff, { site: args.site }, args.by);
    const read = readRotaFile(textFile(args.file), zone);
    if (!read.ok) throw new Trouble(`${args.file}:\n${read.problems.join('\n')}`);
    const strangers = (await Promise.all(read.rotas.map((one) => strangersIn(staff, args.site, one)))).flat();
    if (strangers.length > 0) throw new Trouble(`${args.file}:\n${strangers.join('\n')}`);
    for (const { role, shifts } of read.rotas) {
      const writtenAt = now();
      await rosters.putRota({ site: args.site, role, shifts: [...shifts], writtenBy, writtenAt });
      const ahead = { from: writtenAt, until: plus(writtenAt, 'P14D', 'UTC') };
      const gaps = gapsIn({ shifts: [...shifts] }, ahead, { zone, ...policy });
      print(`${role}: ${shifts.length} shifts`);
      for (const { from, until } of gaps) print(`  nobody on call from ${from} until ${until}`);
    }
  },
});

export const rotas = defineCommand({
  meta: { name: 'rotas', description: 'Who is on call for a role of a site, and which mailboxes its teams share' },
  args: {
    site: { type: 'positional', required: true, description: 'id of the site' },
    role: { type: 'positional', required: true, description: 'the role' },
    ...TABLE_OPTIONS,
  },
  run: async ({ args }) => {
    const role = ROLES.find((one) => one === args.role);
    if (role === undefined) throw new Trouble(`Role: got ${args.role}, expected one of ${ROLES.join(', ')}`);
    const { rota: written, teams } = await (await registerOf(args)).staff.roster(args.site, role);
    printJson({ rota: written ?? null, teams });
  },
});

/** Whoever could not be called, and why. */
async function strangersIn(
  staff: Pick<StaffDirectory, 'find'>,
  site: string,
  { role, shifts }: WrittenRota,
): Promise<readonly string[]> {
  const ids = [...new Set(shifts.map(({ who }) => who))];
  const found = await Promise.all(ids.map(async (id) => [id, await staff.find(id)] as const));
  return found.flatMap(([id, member]) => {
    if (member?.active !== true || member.site !== site) return [`${role}: ${id}: expected active staff of ${site}`];
    const may = [...member.roles, ...(member.deputises ?? [])];
    return mayBeOnCall(member, { site, role })
      ? []
      : [`${role}: ${id}: got ${may.join(', ')}, expected ${role}, its deputy or on-call`];
  });
}
