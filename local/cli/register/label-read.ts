import { defineCommand } from 'citty';
import { dateOf } from '../../../lambdas/domain/calendar/local-time.ts';
import { checkLabel } from '../../registers/check-label.ts';
import { print } from '../print.ts';
import { registerOf } from '../staff/register.ts';
import { CONFIG_OPTION, siteNamed } from '../staff/site-policies.ts';
import { doneOr, STATED_OPTIONS } from '../staff/stated.ts';
import { keptRegisters, REGISTER_OPTIONS } from './kept-registers.ts';

/** Somebody looked whether there is a newer label than a protocol follows. */
export const labelRead = defineCommand({
  meta: {
    name: 'label-read',
    description: 'Says which label of a protocol was read, when and where; a newer one opens a change',
  },
  args: {
    id: { type: 'positional', required: true, description: 'id of the protocol in the register of documents' },
    read: { type: 'string', required: true, description: 'the label as it names itself, e.g. "SmPC of July 2026"' },
    reference: { type: 'string', required: true, description: 'where it was read' },
    follows: {
      type: 'string',
      description: 'the label that the protocol follows, where its entry does not say so yet',
    },
    on: { type: 'string', description: 'day on which it was read; without it, today' },
    'checked-by': { type: 'string', description: 'user id of who read it; without it, --by' },
    'next-by': { type: 'string', description: 'last day of the next look; without it, three months later' },
    ...STATED_OPTIONS,
    ...REGISTER_OPTIONS,
    ...CONFIG_OPTION,
  },
  run: async ({ args }) => {
    const { id, site, by, why, read, reference: evidence, follows, 'next-by': nextBy } = args;
    const registers = await keptRegisters(args);
    const { staff, now } = await registerOf(args);
    const { zone } = siteNamed(site, args);
    const at = now();
    const keeping = { registers, staff, zone, dryRun: false };
    const given = { site, id, by, why, at, read, evidence, follows, nextBy };
    const who = { checkedBy: args['checked-by'] ?? by, on: args.on ?? dateOf(at, zone) };
    const { nextBy: until, change } = doneOr(await checkLabel(keeping, { ...given, ...who }));
    print(`${id}: ${read} was read. The next look is due by ${until ?? 'no day'}.`);
    if (change !== undefined) print(`It follows another: change ${change} is proposed, to be assessed.`);
  },
});
