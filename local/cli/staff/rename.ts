import { defineCommand } from 'citty';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';
import { provenKeeper } from './proven-keeper.ts';
import { PIN_KEY_OPTION, registerOf, TABLE_OPTIONS } from './register.ts';
import { doneOr, printChange } from './stated.ts';

export const rename = defineCommand({
  meta: {
    name: 'rename',
    description: 'Another name of the same person, e.g. by marriage: one keeper of the register asks, another approves',
  },
  args: {
    id: { type: 'positional', required: true, description: 'user id, which stays' },
    name: { type: 'string', required: true, description: 'the new name; who approves reads it off the document too' },
    approve: { type: 'boolean', default: false, description: 'approves what another keeper asked for' },
    why: { type: 'string', description: 'reason, of who asks, e.g. "marriage certificate seen"' },
    by: { type: 'string', required: true, description: 'user id of who acts; their PIN in ATMP_PIN' },
    ...TABLE_OPTIONS,
    ...PIN_KEY_OPTION,
  },
  run: async ({ args: { id, name, approve, why, ...args } }) => {
    const register = await registerOf(args);
    const acting = { by: await provenKeeper(register, id, args.by), at: register.now() };
    if (approve) {
      printChange(id, doneOr(await register.twoPeople.approveRename(id, { ...acting, name })));
      return;
    }
    if (why === undefined) throw new Trouble('--why: got none, expected the reason of who asks');
    const { expiresAt } = doneOr(await register.twoPeople.askFor(id, 'rename', { ...acting, name, why }));
    print(`Asked. Another keeper approves until ${expiresAt}, with --approve and the same --name.`);
  },
});
