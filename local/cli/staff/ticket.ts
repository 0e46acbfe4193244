import { defineCommand } from 'citty';
import { issueTicket } from '../../staff/issue-ticket.ts';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';
import { urlUnder } from '../url-under.ts';
import { linksLeadSomewhere, randomBytes, registerOf, TABLE_OPTIONS } from './register.ts';

export const ticket = defineCommand({
  meta: {
    name: 'ticket',
    description:
      'Prints a link by which one member of staff adds one passkey, or sets their first PIN, within 24 hours',
  },
  args: {
    id: { type: 'positional', required: true, description: 'user id of whose it is' },
    'checked-by': { type: 'string', required: true, description: 'user id of the colleague who checked who they are' },
    how: { type: 'string', required: true, description: 'by what, e.g. "passport, in person"' },
    pin: { type: 'boolean', default: false, description: 'for the first PIN in place of a passkey' },
    ...TABLE_OPTIONS,
  },
  run: async ({ args }) => {
    linksLeadSomewhere(args);
    const register = await registerOf(args);
    const asked = {
      staff: args.id,
      checkedBy: args['checked-by'],
      how: args.how,
      gives: args.pin ? ('pin' as const) : undefined,
    };
    const issued = await issueTicket({ ...register, randomBytes }, asked);
    if (!issued.ok) throw new Trouble(issued.refusal.message);
    print(urlUnder(args.url, `/enrolments/${issued.value.ticket}`).href);
    print(
      `Give it to ${args.id} alone: it ${args.pin ? 'sets the PIN' : 'adds one passkey'}, once, until ${issued.value.expiresAt}.`,
    );
  },
});
