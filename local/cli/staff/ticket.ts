import { defineCommand } from 'citty';
import { issueTicket } from '../../staff/issue-ticket.ts';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';
import { isLoopback, urlUnder } from '../url-under.ts';
import { randomBytes, registerOf, TABLE_OPTIONS } from './register.ts';

export const ticket = defineCommand({
  meta: {
    name: 'ticket',
    description: 'Prints a link by which one member of staff adds one passkey within 24 hours',
  },
  args: {
    id: { type: 'positional', required: true, description: 'user id of whose passkey it is' },
    'checked-by': { type: 'string', required: true, description: 'user id of the colleague who checked who they are' },
    how: { type: 'string', required: true, description: 'by what, e.g. "passport, in person"' },
    ...TABLE_OPTIONS,
  },
  run: async ({ args }) => {
    if (args.table !== undefined && isLoopback(args.url)) {
      throw new Trouble('--url: got none, expected the publicUrl of that stack, where the link leads');
    }
    const register = await registerOf(args);
    const asked = { staff: args.id, checkedBy: args['checked-by'], how: args.how };
    const issued = await issueTicket({ ...register, randomBytes }, asked);
    if (!issued.ok) throw new Trouble(issued.refusal.message);
    print(urlUnder(args.url, `/enrolments/${issued.value.ticket}`).href);
    print(`Give it to ${args.id} alone: it adds one passkey, once, until ${issued.value.expiresAt}.`);
  },
});
