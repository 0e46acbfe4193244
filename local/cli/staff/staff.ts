import { defineCommand } from 'citty';
import { importStaff } from './import.ts';
import { keys } from './keys.ts';
import { mails } from './mails.ts';
import { revoke } from './revoke.ts';
import { ticket } from './ticket.ts';

export const staff = defineCommand({
  meta: { name: 'staff', description: 'The staff register' },
  subCommands: { import: importStaff, ticket, keys, revoke, mails },
});
