import { defineCommand } from 'citty';
import { userId } from '../../../lambdas/domain/sign-off/user-id.ts';
import { KeptRegister } from '../../staff/keep-register.ts';
import { leave, leaving } from '../../staff/leave.ts';
import { addressAgainBy } from './address-again-by.ts';
import { OPS_OPTION } from './operations.ts';
import { registerOf, TABLE_OPTIONS } from './register.ts';
import { doneOr, printChange, STATED_OPTIONS } from './stated.ts';

export const leaveStaff = defineCommand({
  meta: {
    name: 'leave',
    description:
      'Somebody leaves for good: signs nothing from now on, and their open steps go to the others of the role',
  },
  args: {
    id: { type: 'positional', required: true, description: 'user id, which nobody is given again' },
    ...STATED_OPTIONS,
    ...TABLE_OPTIONS,
    ...OPS_OPTION,
  },
  run: async ({ args }) => {
    const { staff, passkeys, now } = await registerOf(args);
    const stated = { by: userId(args.by), why: args.why, at: now() };
    const wanted = doneOr(await leaving(staff, args.id, stated));
    printChange(args.id, doneOr(await leave(new KeptRegister(staff), passkeys, wanted)));
    await addressAgainBy(staff, args, [args.id]);
  },
});
