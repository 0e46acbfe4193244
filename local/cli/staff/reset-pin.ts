import { defineCommand } from 'citty';
import { newLinkToken, tokenHash } from '../../../lambdas/adapters/link-token.ts';
import { ticketUntil } from '../../staff/issue-ticket.ts';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';
import { urlUnder } from '../url-under.ts';
import { provenKeeper } from './proven-keeper.ts';
import { linksLeadSomewhere, PIN_KEY_OPTION, randomBytes, registerOf, TABLE_OPTIONS } from './register.ts';
import { doneOr } from './stated.ts';

export const resetPin = defineCommand({
  meta: {
    name: 'reset-pin',
    description: 'A new PIN: one keeper of the register asks, another approves, and the owner sets it by a link',
  },
  args: {
    id: { type: 'positional', required: true, description: 'user id of whose PIN it is' },
    approve: { type: 'boolean', default: false, description: 'approves what another keeper asked for' },
    why: { type: 'string', description: 'reason, of who asks, e.g. "forgotten"' },
    how: {
      type: 'string',
      description: 'of who approves: how it was checked who the owner is, e.g. "badge, in person"',
    },
    by: { type: 'string', required: true, description: 'user id of who acts; their PIN in ATMP_PIN' },
    ...TABLE_OPTIONS,
    ...PIN_KEY_OPTION,
  },
  run: async ({ args: { id, approve, why, how, ...args } }) => {
    linksLeadSomewhere(args);
    const register = await registerOf(args);
    const at = register.now();
    const acting = { by: await provenKeeper(register, id, args.by), at };
    if (!approve) {
      if (why === undefined) throw new Trouble('--why: got none, expected the reason of who asks');
      const { expiresAt } = doneOr(await register.twoPeople.askFor(id, 'pin-reset', { ...acting, why }));
      print(`Asked. Another keeper approves until ${expiresAt}, with --approve. Until then the PIN counts.`);
      return;
    }
    if (how === undefined) throw new Trouble('--how: got none, expected how it was checked who the owner is');
    const ticket = newLinkToken(randomBytes);
    const given = { ticketHash: tokenHash(ticket), expiresAt: ticketUntil(at) };
    doneOr(await register.twoPeople.approvePinReset(id, { ...acting, ...given, how }));
    print(urlUnder(args.url, `/enrolments/${ticket}`).href);
    print(`The old PIN counts no more. Give the link to ${id} alone: it sets one PIN, once, until ${given.expiresAt}.`);
  },
});
