import { defineCommand } from 'citty';
import { importStaff } from './staff-import.ts';

export const staff = defineCommand({
  meta: { name: 'staff', description: 'The staff register' },
  subCommands: { import: importStaff },
});
