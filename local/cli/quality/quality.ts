import { defineCommand } from 'citty';
import { openCase } from './open.ts';

export const quality = defineCommand({
  meta: {
    name: 'quality',
    description: 'Cases of the quality system of a site: changes, and deviations of no patient',
  },
  subCommands: { open: openCase },
});
