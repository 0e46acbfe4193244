import { defineCommand } from 'citty';
import { printJson } from '../print.ts';
import { Trouble } from '../trouble.ts';
import { registerOf, TABLE_OPTIONS } from './register.ts';

export const history = defineCommand({
  meta: {
    name: 'history',
    description: 'Every change of the entry of a member of staff: what, old and new value, who, when, why',
  },
  args: {
    id: { type: 'positional', required: true, description: 'user id, also of somebody who left' },
    ...TABLE_OPTIONS,
  },
  run: async ({ args }) => {
    const { staff } = await registerOf(args);
    const [entry, changes] = await Promise.all([staff.entry(args.id), staff.changes(args.id)]);
    if (entry === undefined) throw new Trouble(`Staff: ${args.id} is not in the register.`);
    printJson({ id: entry.member.id, counted: entry.changes, changes });
    if (entry.changes !== changes.length) {
      throw new Trouble(
        `Staff ${args.id}: the entry counts ${entry.changes} changes, ${changes.length} are kept. A record was lost or removed: compare with a backup and tell QA.`,
      );
    }
  },
});
