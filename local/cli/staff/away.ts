import { defineCommand } from 'citty';
import { endAbsence, makeAbsence } from '../../../lambdas/domain/staff/make-absence.ts';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';
import { instantOption } from './instant-option.ts';
import { newRecordId, registerOf, TABLE_OPTIONS } from './register.ts';
import { statedKeeper } from './stated-keeper.ts';

export const away = defineCommand({
  meta: { name: 'away', description: 'Says when somebody is away: their mails go to their deputy, or to their team' },
  args: {
    id: { type: 'positional', required: true, description: 'user id' },
    from: { type: 'string', description: 'instant with offset; without it, now' },
    until: { type: 'string', required: true, description: 'instant with offset, e.g. 2027-03-15T08:00:00+01:00' },
    by: { type: 'string', required: true, description: 'user id of who keeps the register of the site' },
    ...TABLE_OPTIONS,
  },
  run: async ({ args }) => {
    const { staff, calendars, now } = await registerOf(args);
    const member = await staff.find(args.id);
    if (member === undefined) throw new Trouble(`${args.id}: expected a member of staff, got nobody`);
    const made = makeAbsence({
      id: newRecordId(),
      member,
      from: args.from === undefined ? now() : instantOption('--from', args.from),
      until: instantOption('--until', args.until),
      madeBy: await statedKeeper(staff, member, args.by),
      now: now(),
    });
    if (!made.ok) throw new Trouble(made.refusal.message);
    await calendars.keepAbsence(made.value, now());
    print(`${made.value.id}: ${args.id} is away from ${made.value.from} until ${made.value.until}`);
  },
});

export const back = defineCommand({
  meta: { name: 'back', description: 'Ends an absence at once' },
  args: {
    id: { type: 'positional', required: true, description: 'user id' },
    absence: { type: 'positional', required: true, description: 'from: atmp staff delegations ID' },
    by: { type: 'string', required: true, description: 'user id of who keeps the register of the site' },
    ...TABLE_OPTIONS,
  },
  run: async ({ args }) => {
    const { staff, calendars, now } = await registerOf(args);
    const member = await staff.find(args.id);
    if (member === undefined) throw new Trouble(`${args.id}: expected a member of staff, got nobody`);
    const by = await statedKeeper(staff, member, args.by);
    const made = member.calendar?.absences.find(({ id }) => id === args.absence);
    const ended = endAbsence(made, by, now());
    if (!ended.ok) throw new Trouble(ended.refusal.message);
    await calendars.keepAbsence(ended.value, now());
    print('Ended.');
  },
});
