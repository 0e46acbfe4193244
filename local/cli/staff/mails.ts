import { defineCommand } from 'citty';
import * as z from 'zod';
import type { WritableStaffRegister } from '../../../lambdas/adapters/dynamo-staff-register.ts';
import type { StaffMember } from '../../../lambdas/domain/ports.ts';
import type { StaffChange, Stated } from '../../../lambdas/domain/staff/staff-change.ts';
import { quietHours } from '../../../lambdas/domain/telling/quiet-hours.ts';
import { KeptRegister } from '../../staff/keep-register.ts';
import { Trouble } from '../trouble.ts';
import { registerOf, TABLE_OPTIONS } from './register.ts';
import { doneOr, printChange, STATED_OPTIONS } from './stated.ts';
import { statedKeeper } from './stated-keeper.ts';

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
    ...STATED_OPTIONS,
    ...TABLE_OPTIONS,
  },
  run: async ({ args }) => {
    const { staff, now } = await registerOf(args);
    const { id, as, quiet, zone } = args;
    const stated = { by: args.by, why: args.why, at: now() };
    printChange(id, await writtenTo(staff, id, { as, quiet, zone }, stated));
  },
});

interface Wanted {
  readonly as?: 'each' | 'digest' | undefined;
  readonly quiet?: string | undefined;
  readonly zone?: string | undefined;
}

/** Changes what is given, and leaves the rest of the member as it is. */
export async function writtenTo(
  register: WritableStaffRegister,
  id: string,
  wanted: Wanted,
  stated: Stated,
): Promise<StaffChange | undefined> {
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
  const by = await statedKeeper(register, member, stated.by);
  return doneOr(await new KeptRegister(register).change({ member: changed, stated: { ...stated, by } }));
}

function hoursOf(quiet: string, zone: string | undefined): StaffMember['quietHours'] {
  if (quiet === 'site') return undefined;
  const [from, to] = quiet.split('-');
  const parsed = quietHours().safeParse({ from, to, zone });
  if (!parsed.success) throw new Trouble(`--quiet, --zone: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
