import { defineCommand } from 'citty';
import * as z from 'zod';
import type { WritableStaffRegister } from '../../../lambdas/adapters/dynamo-staff-register.ts';
import type { StaffMember } from '../../../lambdas/domain/ports.ts';
import { quietHours } from '../../../lambdas/domain/telling/quiet-hours.ts';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';
import { registerOf, TABLE_OPTIONS } from './register.ts';

export const mails = defineCommand({
  meta: {
    name: 'mails',
    description: 'How a member of staff is written to about what can wait; what is urgent always comes at once',
  },
  args: {
    id: { type: 'positional', required: true, description: 'user id' },
    as: { type: 'enum', options: ['each', 'digest'], description: 'mail by mail, or once a day in one' },
    quiet: { type: 'string', description: 'quiet hours such as 20:00-07:00, or "site" for those of the site' },
    zone: { type: 'string', description: 'IANA zone of the quiet hours, e.g. Europe/Berlin' },
    ...TABLE_OPTIONS,
  },
  run: async ({ args }) => {
    const { staff } = await registerOf(args);
    const { as, quiet, zone } = args;
    const { mails: now = 'each', quietHours: hours } = await writtenTo(staff, args.id, { as, quiet, zone });
    const when = hours === undefined ? 'quiet hours of the site' : `quiet ${hours.from}-${hours.to} ${hours.zone}`;
    print(`${args.id}: ${now}, ${when}`);
  },
});

interface Wanted {
  readonly as?: 'each' | 'digest' | undefined;
  readonly quiet?: string | undefined;
  readonly zone?: string | undefined;
}

/** Changes what is given, and leaves the rest of the member as it is. */
export async function writtenTo(register: WritableStaffRegister, id: string, wanted: Wanted): Promise<StaffMember> {
  const member = await register.find(id);
  if (member === undefined)
    throw new Trouble(`${id} is not in the register. Expected the user id of a member of staff.`);
  const { quietHours: before, mails: as, ...rest } = member;
  const hours = wanted.quiet === undefined ? before : hoursOf(wanted.quiet, wanted.zone ?? before?.zone);
  const mailsAs = wanted.as ?? as;
  const changed = {
    ...rest,
    ...(hours === undefined ? {} : { quietHours: hours }),
    ...(mailsAs === undefined ? {} : { mails: mailsAs }),
  };
  await register.putStaff(changed);
  return changed;
}

function hoursOf(quiet: string, zone: string | undefined): StaffMember['quietHours'] {
  if (quiet === 'site') return undefined;
  const [from, to] = quiet.split('-');
  const parsed = quietHours.safeParse({ from, to, zone });
  if (!parsed.success) throw new Trouble(`--quiet, --zone: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
