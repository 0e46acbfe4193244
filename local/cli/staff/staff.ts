import { defineCommand } from 'citty';
import { history } from './history.ts';
import { importStaff } from './import.ts';
import { keys } from './keys.ts';
import { leaveStaff } from './leave.ts';
import { rename } from './rename.ts';
import { resetPin } from './reset-pin.ts';
import { revoke } from './revoke.ts';
import { ticket } from './ticket.ts';

export const staff = defineCommand({
  meta: { name: 'staff', description: 'The staff register' },
  subCommands: { import: importStaff, leave: leaveStaff, history, rename, 'reset-pin': resetPin, ticket, keys, revoke },
});
