import { defineCommand } from 'citty';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';
import { registerOf, TABLE_OPTIONS } from './register.ts';

export const revoke = defineCommand({
  meta: { name: 'revoke', description: 'Revokes a passkey at once, e.g. a lost one; what it signed before stands' },
  args: {
    id: { type: 'positional', required: true, description: 'user id' },
    key: { type: 'positional', required: true, description: 'credential id, from: atmp staff keys ID' },
    by: { type: 'string', required: true, description: 'who revokes it' },
    why: { type: 'string', required: true, description: 'reason, e.g. "lost"' },
    ...TABLE_OPTIONS,
  },
  run: async ({ args }) => {
    const { passkeys, now } = await registerOf(args);
    const revoked = await passkeys.revoke(args.id, args.key, { at: now(), by: args.by, why: args.why });
    if (revoked !== 'done') throw new Trouble(`${args.id} has no such passkey, or it was revoked before.`);
    print('Revoked.');
  },
});
