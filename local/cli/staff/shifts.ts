import { defineCommand } from 'citty';
import type { StaffDirectory, StaffMember } from '../../../lambdas/domain/ports.ts';
import { coverOf } from '../../../lambdas/domain/shifts/cover.ts';
import { dutyAt } from '../../../lambdas/domain/shifts/on-duty.ts';
import type { ShiftCover } from '../../../lambdas/domain/shifts/places.ts';
import type { DutyRota } from '../../../lambdas/domain/staff/duty-rota.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { ROLES } from '../../../lambdas/domain/vocabulary.ts';
import { readDutyRotaFile } from '../../staff/duty-rota-file.ts';
import { textFile } from '../json-text.ts';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';
import { registerOf, TABLE_OPTIONS } from './register.ts';
import { CONFIG_OPTION, siteNamed } from './site-policies.ts';
import { statedKeeper } from './stated-keeper.ts';

export const shifts = defineCommand({
  meta: {
    name: 'shifts',
    description: 'Writes who is on site, shift by shift, from a file; it takes the place of the one before',
  },
  args: {
    file: {
      type: 'positional',
      required: true,
      description: 'text: lead: nina, then lines such as 2027-01-11 06:00  2027-01-11 14:30  early: nina noah liv',
    },
    site: { type: 'string', required: true, description: 'id of the site, in whose local time the file is written' },
    by: { type: 'string', required: true, description: 'user id of who keeps the register of the site' },
    ...TABLE_OPTIONS,
    ...CONFIG_OPTION,
  },
  run: async ({ args }) => {
    const { id: site, zone, policy } = siteNamed(args.site, args);
    const { staff, rosters, now } = await registerOf(args);
    const writtenBy = await statedKeeper(staff, { site }, args.by);
    const read = readDutyRotaFile(textFile(args.file), zone);
    if (!read.ok) throw new Trouble(`${args.file}:\n${read.problems.join('\n')}`);
    const { lead, shifts: written } = read.rota;
    const known = await peopleOf(staff, site, read.rota);
    if (known.strangers.length > 0) throw new Trouble(`${args.file}:\n${known.strangers.join('\n')}`);
    const writtenAt = now();
    await rosters.putDutyRota({ site, lead, shifts: [...written], writtenBy, writtenAt });
    print(`${site}: ${written.length} shifts, led by ${lead}`);
    if (policy.shiftCover === undefined) return;
    const ahead = written.filter(({ from, until }) => until > writtenAt && from < plus(writtenAt, 'P14D', 'UTC'));
    for (const { name, from } of ahead) {
      const short = shortOn(read.rota, known.people, { at: from, cover: policy.shiftCover, site, zone });
      if (short !== '') print(`  ${from} ${name}: ${short}`);
    }
  },
});

function shortOn(
  rota: Pick<DutyRota, 'lead' | 'shifts'>,
  people: readonly StaffMember[],
  asked: { readonly at: string; readonly cover: ShiftCover; readonly site: string; readonly zone: string },
): string {
  const { short } = coverOf({ rota: dutyAt(rota, [asked.at]), people }, asked);
  return short.map(({ place, have, need }) => `${place} ${have} of ${need}`).join(', ');
}

/** Everybody of the rota, and in words who of them is no active staff of the site. */
async function peopleOf(
  staff: Pick<StaffDirectory, 'find'>,
  site: string,
  { lead, shifts: written }: Pick<DutyRota, 'lead' | 'shifts'>,
): Promise<{ readonly people: readonly StaffMember[]; readonly strangers: readonly string[] }> {
  const isRole = ROLES.some((role) => role === lead);
  const ids = [...new Set([...(isRole ? [] : [lead]), ...written.flatMap(({ who }) => who)])];
  const found = await Promise.all(ids.map(async (id) => [id, await staff.find(id)] as const));
  return {
    people: found.flatMap(([, member]) => member ?? []),
    strangers: found.flatMap(([id, member]) =>
      member?.active === true && member.site === site ? [] : [`${id}: expected active staff of ${site}`],
    ),
  };
}
